import type { HistoryBatchView, HistoryStatus } from '../contract/history.ts';
import { counted, formatCount, plural } from './format/count.ts';

const sales = (count: number): string => counted(count, 'sale', 'sales');

type Doing = NonNullable<HistoryStatus['running']>['doing'];

const doing: Readonly<Record<Doing, string>> = {
  reading: 'Reading past orders from BigCommerce',
  rehearsing: 'Rehearsing',
  importing: 'Importing',
  undoing: 'Undoing',
};

const whileDoing: Readonly<Record<Doing, string>> = {
  reading:
    'It takes at most half of what BigCommerce lets the store ask, so that orders keep arriving. What was read is kept.',
  rehearsing: 'Nothing of this is recorded.',
  importing: 'The till can be used meanwhile. If it is interrupted, it goes on by itself.',
  undoing: 'The till can be used meanwhile. If it is interrupted, it goes on by itself.',
};

const states: Readonly<Record<HistoryBatchView['state'], string>> = {
  reading: 'Not finished reading',
  rehearsed: 'Rehearsed',
  importing: 'Importing',
  stopped: 'Stopped half-way',
  imported: 'Imported',
  undoing: 'Undoing',
  undone: 'Undone',
};

const parts: Readonly<Record<string, string>> = {
  orders: 'Orders',
  day_sales: 'Sales of a day',
  day_total: 'Revenue of a day',
  day_returned: 'Returns of a day',
  product: 'Product',
  customer: 'Customer',
  stock: 'Stock',
  held: 'Held order',
};

/** The words of Settings › Import of history. */
export const historyText = {
  title: 'Import of history',
  /** What has to be known before: the support page's own words, in English. */
  warning: (told: string) => told,
  what: 'Orders from before this store was linked stay out. They can be imported, so that all online and in-store sales are in one place.',
  notLinked: 'No store is linked yet. Link one first.',

  locked: {
    title: 'Locked',
    what: 'Retail Support unlocks it for a store. Ask them for a code, and enter it here; a manager has to sign in.',
    code: 'Support code',
    practice: 'For the practice store, “npm run support-code -- issue practice --practice” prints one.',
    commit: 'Unlock',
    busy: 'Checking…',
    done: 'The import of history is unlocked. Nothing was imported by that.',
  },

  unlocked: (until: string) => `Unlocked until ${until}`,

  choice: {
    title: 'What becomes of stock',
    leave: 'Record sales, leave stock alone',
    leaveMeaning:
      'For a shop that has counted its stock, or took it over. These sales take nothing and give nothing back, also when they are cancelled or refunded later.',
    take: 'Record sales, and take what they sold off the stock',
    takeMeaning: 'The same as for any web order. On hand may go below nothing, and BigCommerce is told the new levels.',
    commit: 'Rehearse',
    again: 'Rehearse again',
    meaning: 'Reads all past orders and shows what importing them would do. Nothing is imported by it.',
  },

  running: {
    of: (done: number, total: number | null) =>
      total === null ? `${formatCount(done)} orders` : `${formatCount(done)} of ${formatCount(total)} orders`,
    doing,
    whileDoing,
  },
  unfinished: 'The rehearsal was not finished. What was read is kept: rehearse again, and it goes on there.',
  waits: 'It goes on by itself after the next check of BigCommerce.',

  outcome: {
    title: 'What would be imported',
    when: (when: string) => `Rehearsed ${when}`,
    stockLeft: 'Stock is left alone',
    stockTaken: 'Stock is taken',
    sales: (count: number) => plural(count, 'sale', 'sales'),
    voided: (count: number) => `${formatCount(count)} of them voided`,
    toHandOver: (count: number) => `${formatCount(count)} still to be handed over: they come to Fulfillments`,
    revenue: 'Revenue',
    products: (count: number) => plural(count, 'new product', 'new products'),
    customers: (count: number) => plural(count, 'new customer', 'new customers'),
    negative: (count: number) => plural(count, 'product below nothing', 'products below nothing'),
    uncounted: (count: number) =>
      `${counted(count, 'product', 'products')} that nobody counted here would show less than nothing, which says nothing about the shelf`,
    held: (count: number) => plural(count, 'order held', 'orders held'),
    leftOut: 'Left out',
    alreadyHere: (count: number) => `${formatCount(count)} already here`,
    pending: (count: number) => `${formatCount(count)} not finished by their shoppers`,
    archived: (count: number) => `${formatCount(count)} archived`,
    fromThisTill: (count: number) => `${formatCount(count)} of this shop’s own tills`,
    nothing: 'Nothing is left to import: every past order is here already.',
    lists: 'What in detail',
    tabs: { stock: 'Stock', days: 'Revenue per day', products: 'Products', customers: 'Customers', held: 'Held' },
    empty: {
      stock: 'No stock changes.',
      days: 'No sale.',
      products: 'No product is created.',
      customers: 'No customer is created.',
      held: 'No order is held.',
    },
    daySales: sales,
    returned: (amount: string) => `${amount} of it given back`,
    isNew: 'New',
    notKnown: 'Nobody counted it here',
    below: 'Below nothing',
    charge: 'A charge',
    now: 'On hand now',
    after: 'After',
  },

  confirm: {
    title: 'Import',
    type: (storeName: string) => `Type the store’s name to confirm: ${storeName}`,
    label: 'The store’s name',
    mistyped: 'Type the name exactly as it is shown.',
    commit: (count: number) => `Import ${sales(count)}`,
    goOn: 'Go on with the import',
    busy: 'Importing…',
    done: (count: number) => `Imported: ${sales(count)}.`,
  },

  batches: {
    title: 'Imports so far',
    states,
    of: ({ sales: count, products, customers }: HistoryBatchView) =>
      [sales(count), counted(products, 'product', 'products'), counted(customers, 'customer', 'customers')].join(' · '),
    by: (who: string, when: string) => `Confirmed by ${who}, ${when}`,
    undoneBy: (who: string, when: string) => `Undone by ${who}, ${when}`,
    stayed: (count: number) => `${sales(count)} stayed, for somebody had begun to work on them`,
    asRehearsed: 'Exactly as rehearsed',
    differs: (count: number) => `${counted(count, 'figure', 'figures')} otherwise than rehearsed`,
    differing: (part: string, name: string, rehearsed: number | null, happened: number | null) =>
      `${parts[part] ?? part} ${name}: rehearsed ${rehearsed ?? 0}, happened ${happened ?? 0}`,
    undo: 'Undo this import',
    undoing: 'Undoing…',
    undoMeaning:
      'Its sales, payments and stock movements go, and products and customers that nothing else uses. BigCommerce keeps its orders.',
    sure: 'Undo it now',
    keepWorkedOn: 'Undo all but what was worked on',
    keep: 'Keep it',
    undone: 'The import is undone.',
  },
};
