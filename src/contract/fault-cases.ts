/**
 * What a refusal says of one case where the code's own sentence would say too little. Each is known by its name, so that a
 * screen in another language says it in that one; a sentence made of facts is none of these.
 */
export const faultCases = {
  copy_stopped: 'The copy was stopped, and there is none of it. The shop’s data is as it was.',
  look_stopped: 'Looking at the copy was stopped. Nothing was changed.',
  restore_stopped: 'Restoring was stopped. The shop’s data is as it was, and so is the copy.',
  support_file_stopped: 'The file for support was stopped, and there is none of it. Nothing was changed.',
  support_file_busy: 'It is being written already.',
  opening_figures_stopped: 'Reading BigCommerce’s figures was stopped. Nothing was taken over: stock is as it was.',
  store_check_stopped: 'Asking the store was stopped. Nothing was changed, here or there.',
  proof_stopped:
    'The comparison with BigCommerce was stopped. Nothing was changed. It goes on by itself in half an hour.',
  rehearsal_stopped: 'The rehearsal was stopped. What was read is kept: rehearse again, and it goes on there.',
  rehearsed_elsewhere:
    'It was rehearsed for another outlet or register. Rehearse again, and look at what it would do here.',
  picking_begun: 'It is in work already.',
  not_last_step: 'Only the last step can be taken back, once. Look at it again.',
  order_changed_since: 'BigCommerce changed the order since, so that cannot be taken back any more.',
  leaving_was_told: 'BigCommerce has been told, or is being told, that it left. That cannot be taken back here.',
  movement_follows_sale: 'That movement follows a sale. It changes with the sale only; correct the figure instead.',
  movement_is_undo: 'That took something back. Enter what was meant anew.',
  movement_undone: 'That was taken back already. Nothing was changed.',
  stock_level_made_anew:
    'A stock level is made anew for each sending, so there is nothing to discard. Count the product instead.',
  effect_looked_up: 'It was sent, and whether it took effect is being looked up. Wait for that, then discard it.',
  cash_missing: 'Enter the cash that was counted.',
  cash_differs: 'The coins and notes do not come to the sum that was counted. Correct one of them.',
  nobody_of_that_name: 'Nobody of that name is on the list.',
  not_a_whole_path: 'Give the whole path, from the root or the drive on.',
  no_printer: 'No printer is set up on this machine. Add one, then print again.',
  printer_gone: 'That printer is not known to this machine any more. Choose another.',
  printing_cancelled: 'The printing was cancelled at the printer.',
} as const;

export type FaultCase = keyof typeof faultCases;
