import type { PushState, StockView } from '../contract/stock.ts';
import { counted, formatCount, formatSigned } from './format/count.ts';

const views: Readonly<Record<StockView, string>> = {
  all: 'All',
  low: 'Low',
  negative: 'Below zero',
  drift: 'Drift',
  not_known: 'Not counted',
  not_linked: 'Not linked',
};

const emptyViews: Readonly<Record<StockView, string>> = {
  all: 'No products yet. They come with the first order, with opening stock, or with the first delivery.',
  low: 'Nothing is low. A product comes here when it is at its floor or below.',
  negative: 'Nothing is below zero. A product comes here when more was sold than was here.',
  drift: 'No drift: BigCommerce has what is here, wherever both are known.',
  not_known: 'Everything has been counted.',
  not_linked: 'Every product is linked to one of BigCommerce.',
};

const pushState: Readonly<Record<PushState, string>> = {
  in_step: 'In step',
  to_push: 'To be sent',
  sent: 'Sent',
  parked: 'Refused',
  not_known: 'Not counted',
  not_linked: 'Not linked',
  ambiguous: 'Several fit',
  not_tracked: 'Not tracked',
  other_outlet: 'Other outlet',
};

/** What a push state means, and what to do where something is to be done. */
const pushMeaning: Readonly<Record<PushState, string>> = {
  in_step: 'BigCommerce has the same figure.',
  to_push: 'This figure goes to BigCommerce with the next exchange, by itself.',
  sent: 'BigCommerce was told, and does not show it yet. It is read again by itself.',
  parked: 'BigCommerce refused the figure. Put right what it says, then count the product again.',
  not_known: 'Nobody has counted it here, so nothing is sent to BigCommerce. Count it once and it is kept in step.',
  not_linked: 'Which product of BigCommerce this is, is not known, so nothing is sent.',
  ambiguous: 'Several products fit by their SKU, so nothing is sent until somebody says which it is.',
  not_tracked: 'BigCommerce does not count this product, so nothing is sent.',
  other_outlet: 'Only the stock of the linked outlet goes to BigCommerce.',
};

const pieces = (count: number): string => counted(count, 'piece', 'pieces');

/** The words of the Stock screen. */
export const stockText = {
  title: 'Stock',
  places: {
    label: 'Views of stock',
    stock: 'Stock',
    links: 'Links',
    opening: 'Opening stock',
    proof: 'Daily proof',
  },
  list: 'Products',
  search: 'Scan or search SKU, name',
  views,
  viewsLabel: 'View',
  outlet: 'Outlet',
  linkedOutlet: (name: string) => `${name} (linked)`,
  emptyViews,
  nothingCounted: 'Nothing is counted yet, so nothing is sent to BigCommerce.',
  toOpening: 'Enter opening stock',
  choose: 'Choose a product to see why its figure is what it is.',
  detail: 'Product',
  noSku: 'No SKU',
  openProduct: (name: string) => `Stock of ${name}`,
  opened: (name: string) => `Scanned: ${name}.`,

  figures: {
    onHand: 'On hand',
    committed: 'Committed',
    free: 'Free to sell',
    lastPushed: 'Last pushed',
    bigcommerce: 'BigCommerce',
    drift: 'Drift',
    change: 'Change',
    explain: 'Explain',
    equation: (onHand: number, committed: number) =>
      `${formatCount(onHand)} on hand less ${formatCount(committed)} committed is ${formatCount(onHand - committed)} free to sell.`,
    committedMeaning: 'Committed: sold, and not handed over yet.',
    belowZero: 'More was sold than was here. Count it to put the figure right.',
  },

  pushState,
  pushMeaning,
  lastOne: 'Last one',
  lastOneMeaning: (onHand: number, floor: number) =>
    `An order took it to ${formatCount(onHand)}; its floor is ${formatCount(floor)}. Check the shelf before you sell another.`,
  bigcommerce: {
    title: 'At BigCommerce',
    notRead: 'Not read yet',
    readAt: (when: string) => `read ${when}`,
    notPushed: 'Nothing yet',
    pushedAt: (when: string) => `pushed ${when}`,
    noDrift: 'None',
    driftUnknown: 'Not known yet',
    driftMore: (count: number) => `${pieces(count)} more there than here`,
    driftLess: (count: number) => `${pieces(count)} fewer there than here`,
    refusedWords: 'In BigCommerce’s words',
    offline: 'BigCommerce cannot be reached now. All work here goes on, and goes out by itself once it can be.',
    notLinkedStore: 'No store is linked yet. Stock kept here goes out once one is.',
    toLinks: 'Say which it is',
  },

  floor: {
    label: 'Alarm when an order leaves at most',
    save: 'Save',
    saved: (floor: number) => `Alarm at ${formatCount(floor)} or fewer.`,
  },

  explain: {
    title: 'Explain this number',
    addsUp: (count: number, onHand: number) =>
      count === 1
        ? `The one movement adds up to ${formatCount(onHand)}.`
        : `All ${formatCount(count)} movements add up to ${formatCount(onHand)}.`,
    doesNotAddUp: (onHand: number) =>
      `The movements do not add up to ${formatCount(onHand)}. Change nothing by hand; send the log to support.`,
    putRight: (when: string, figure: number) =>
      `${when}: the figure was ${formatCount(figure)} and did not add up. It was put right from its movements.`,
    none: 'Nothing has moved it yet.',
    list: 'Movements, newest first',
    openSale: (receipt: string) => `Open sale ${receipt}`,
    undo: (cause: string) => `Take back: ${cause}`,
    by: (staff: string) => `by ${staff}`,
  },

  work: {
    label: 'Work on this product',
    kinds: { count: 'Count', receive: 'Receive', adjust: 'Adjust', damage: 'Damaged', transfer: 'Transfer' },
    quantity: {
      count: 'Counted on the shelf',
      receive: 'Pieces that came in',
      adjust: 'Change, with + or −',
      damage: 'Pieces that cannot be sold',
      transfer: 'Pieces that leave',
    },
    commit: {
      count: (quantity: string) => `Set to ${quantity}`,
      receive: (quantity: string) => `Receive ${quantity}`,
      adjust: (quantity: string) => `Adjust by ${quantity}`,
      damage: (quantity: string) => `Take out ${quantity}`,
      transfer: (quantity: string) => `Transfer ${quantity}`,
    },
    reason: 'Reason',
    reasonOptional: 'Reason (optional)',
    to: 'To outlet',
    more: 'One more',
    fewer: 'One fewer',
    close: 'Close',
    becomes: (onHand: number, change: number) => `On hand becomes ${formatCount(onHand)} (${formatSigned(change)}).`,
    stays: (onHand: number) => `On hand stays ${formatCount(onHand)}.`,
    needsQuantity: 'Enter how many, as a whole number.',
    needsMore: 'Enter 1 or more.',
    needsSigned: 'Enter a whole number with + or −, not 0.',
    needsReason: 'Say why, so that the figure can be explained later.',
    scanHint: 'Scan it to count one more. Enter records, ↓ goes on.',
    scanned: (name: string, quantity: string) => `${name}: ${quantity}`,
    otherProduct: (name: string) =>
      `That was “${name}”, which is not counted here. Record this first, then scan it again.`,
    unknownCode: (code: string) => `No product here has the code “${code}”.`,
    done: {
      count: (name: string, onHand: number) => `Counted ${name}: ${formatCount(onHand)} on hand.`,
      receive: (name: string, onHand: number) => `Received ${name}: ${formatCount(onHand)} on hand.`,
      adjust: (name: string, onHand: number) => `Adjusted ${name}: ${formatCount(onHand)} on hand.`,
      damage: (name: string, onHand: number) => `Taken out ${name}: ${formatCount(onHand)} on hand.`,
      transfer: (name: string, onHand: number) => `Transferred ${name}: ${formatCount(onHand)} on hand.`,
    },
    undone: (onHand: number) => `Taken back: ${formatCount(onHand)} on hand.`,
  },
} as const;
