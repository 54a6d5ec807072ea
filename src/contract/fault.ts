/** Every way a call can be refused: the sentence staff read, ending with what they can do. */
export const faultSentences = {
  invalid_input: 'What was sent does not fit this request. Correct the field named and try again.',
  unknown_procedure: 'There is no request of that name. `tillbridge procedures` lists them all.',
  not_found: 'That record is not on this machine. Refresh the list and choose again.',
  not_linked: 'No BigCommerce store is linked yet. Link one first.',
  not_bound: 'The link has no outlet and register yet. Choose both, then orders arrive.',
  already_linked: 'A BigCommerce store is already linked. Unlink it before linking another.',
  pin_already_set: 'A manager PIN is already set on this machine. Sign in with it to change it.',
  manager_needed: 'Only a manager may do this. Sign in with a manager PIN and try again.',
  wrong_pin: 'That name and PIN do not match. Check both and try again.',
  pins_slowed: 'Too many wrong PINs were tried. Wait a moment and try again.',
  staff_name_taken: 'Somebody of that name is on the list already. Add an initial, or use another name.',
  register_unclear: 'It is not clear which register is meant. Name one, or bind the store to one.',
  register_open: 'That register is open already. Close it first.',
  register_closed: 'That register is closed. Open it first.',
  unsent_work: 'Some work has not reached BigCommerce yet. Send it first, or let a manager close all the same.',
  last_manager: 'This is the last manager. Add another one first.',
  plan_not_supported:
    'This plan has no BigCommerce integration. It is offered on Pro, Standard, Advanced, Enterprise, Core and Plus.',
  variant_taken: 'That BigCommerce variant is linked to another product here. Unlink it there first.',
  outlet_unclear: 'It is not clear which outlet is meant. Name one, or bind the store to one.',
  register_not_in_outlet: 'That register belongs to another outlet. Choose a register of the same outlet.',
  changed_meanwhile:
    'Somebody or something changed it meanwhile, and nothing was done. Look at it again, then repeat the step.',
  line_unknown: 'That line is not on this fulfillment any more. Look at it again.',
  too_many: 'That is more than there is to do. Check the quantity.',
  not_picked: 'Only what was picked can be packed. Pick it first.',
  not_packed: 'Only what is packed can leave. Pack it first.',
  nothing_left: 'There is nothing left to do on it.',
  sale_voided: 'The order was cancelled, so nothing of it may leave. Put back what was picked.',
  not_paid: 'It is not paid, so it must not be handed over. Take the payment, or let a manager override it.',
  money_returned: 'The money went back to the customer, so it must not be handed over. A manager may override it.',
  on_hold: 'The order is on hold in BigCommerce, so it must not be handed over. A manager may override it.',
  not_undoable: 'That cannot be taken back any more.',
  entry_not_parked: 'That entry does not wait for anybody. Refresh the queue.',
  api_base_not_allowed: 'Only an address on this machine may replace the BigCommerce address. Leave it out.',
  other_store: 'That token belongs to another store. Enter a token of the store that you mean.',
  other_importer:
    "Another till takes this store's orders already. Turn that one off in BigCommerce, or let a manager say why both are to run.",
  token_refused: 'BigCommerce refused the token. Make a new store-level API account and enter its token.',
  scope_missing: 'The token may not do this. Make one with the scope that BigCommerce names.',
  store_unreachable: 'BigCommerce cannot be reached. Check the network; the app tries again by itself.',
  store_busy: 'BigCommerce asks to wait. The app tries again by itself.',
  store_answer_unreadable: 'BigCommerce answered with something unreadable. The app tries again by itself.',
  store_failing: 'BigCommerce has a problem of its own. The app tries again by itself.',
  store_not_found: 'BigCommerce does not know this store. Check the store hash.',
  store_rejected: 'BigCommerce did not accept the request. Send the log to support.',
  sync_interrupted: 'The exchange with BigCommerce was interrupted and starts again. Try once more.',
  history_locked: 'The import of history is locked. Ask Retail Support for a code, and have a manager enter it.',
  history_code_refused: 'That is no support code. Copy it from the message once more, all of it.',
  history_busy: 'The import of history is at work. Wait for it, or stop it first.',
  history_not_rehearsed: 'There is nothing to import yet. Rehearse first, and look at what it would do.',
  history_changed:
    'It would be something else now than what was rehearsed. Look at the new figures, then confirm again.',
  history_half_way: 'An import of history is half-way. Go on with it, or undo it, before another.',
  history_in_use: 'Work was done since on what the import brought. Settle that first, then undo it.',
  name_not_typed: "That is not the store's name. Type it as it is shown.",
  data_folder_busy: 'Another Tillbridge is using this data folder. Close it, or use its window.',
  data_folder_newer: 'This data folder was written by a newer Tillbridge. Install the newer version to open it.',
  data_folder_unusable: 'This data folder cannot be opened. Check that it can be written to and is not damaged.',
  data_folder_damaged:
    'The database in this data folder is damaged. Restore the last good copy: tillbridge restore FILE.',
  data_folder_emptied:
    'The database of this data folder is gone. Put it back, or restore the last good copy: tillbridge restore FILE.',
  stopped: 'It was stopped. Nothing that was recorded is lost; ask for it again when you want it.',
  disk_full: 'The disk of this machine is full, and nothing was recorded. Free some space, then do it again.',
  database_locked: 'Another program holds the database. Close it, then do it again; nothing was recorded.',
  database_damaged: 'The database is damaged here. Restore the last good copy: Settings, Backup and restore.',
  database_read_only:
    'The data folder cannot be written to, and nothing was recorded. Give this user the right to write there.',
  copy_unusable: 'That file cannot be restored, and nothing was changed. Choose another copy.',
  backup_refused: 'No copy was made. Choose another place and try again.',
  backup_busy: 'A copy is being made or restored. Wait until it is done.',
  only_in_practice: 'That is for practice alone. Open the practice store first: Settings, BigCommerce store.',
  not_in_practice: 'Practice data is made anew at each start and cannot be replaced by a copy. Do it on the real till.',
  no_window: 'That belongs to the Tillbridge window, and this is not it. Do it there.',
  no_update: 'There is no update to install. This is the newest version that is known here.',
  update_refused: 'Not now: work is going on. The update is installed when the app is closed in a quiet moment.',
  printer_failed: 'The printer did not take the document. Check that it is on and has paper, then print again.',
  already_printed: 'That was printed already. Print it again only if the paper is gone.',
  nothing_to_print: 'There is nothing on it to print.',
  still_printing: 'It is still being printed. Wait until its printer has answered.',
  printer_name_taken: 'Another printer has that name. Choose another name.',
  no_pdf: 'This window cannot make a PDF by itself. Print, and choose "Save as PDF" as the printer.',
  not_allowed: 'This window is not signed in to the app. Open the address that the app printed.',
  internal: 'Something went wrong here, and nothing was changed. Try again; if it stays, send the log to support.',
} as const;

export type FaultCode = keyof typeof faultSentences;

/** A refusal, as it crosses to a screen: `message` is fit to show as it is. */
export interface Fault {
  readonly code: FaultCode;
  readonly message: string;
  readonly field?: string | undefined;
}

/** Thrown inside the main process to refuse a call; dispatch turns it into a `Fault`. */
export class Refusal extends Error {
  readonly code: FaultCode;
  readonly field: string | undefined;
  constructor(code: FaultCode, detail?: { readonly message?: string; readonly field?: string }) {
    super(detail?.message ?? faultSentences[code]);
    this.name = 'Refusal';
    this.code = code;
    this.field = detail?.field;
  }
}
