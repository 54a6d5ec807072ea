import type { LinkState, ProductView } from '../contract/products.ts';
import type { DifferenceKind } from '../contract/proof.ts';
import { counted, formatCount, plural } from './format/count.ts';

const products = (count: number): string => counted(count, 'product', 'products');
const lines = (count: number): string => counted(count, 'line', 'lines');
const differences = (count: number): string => counted(count, 'difference', 'differences');

const linkStates: Readonly<Record<LinkState, string>> = {
  linked: 'Linked',
  unlinked: 'Unlinked',
  ambiguous: 'Ambiguous',
};

const emptyLinks: Readonly<Record<LinkState, string>> = {
  linked: 'No product is linked yet. One whose SKU alone fits is linked by itself when the catalogue is read.',
  unlinked: 'Nothing is left to link.',
  ambiguous: 'Nothing is ambiguous. A product comes here when its SKU fits several.',
};

const linkMeaning: Readonly<Record<LinkState, string>> = {
  linked: 'Its stock goes to this product of BigCommerce.',
  unlinked: 'Which product of BigCommerce it is, is not known, so its stock goes nowhere until somebody says so.',
  ambiguous: 'Its SKU fits several products, here or there, so its stock goes nowhere until somebody says which it is.',
};

const origins: Readonly<Record<ProductView['createdFrom'], string>> = {
  here: 'This till',
  online_order: 'Created from an online order',
  charge: 'A charge',
};

const tracking: Readonly<Record<'none' | 'product' | 'variant', string>> = {
  none: 'Not counted',
  product: 'Counted by product',
  variant: 'Counted by variant',
};

/** The words of Stock › Links. */
export const linksText = {
  list: 'Products and their links',
  search: 'Search SKU, name',
  statesLabel: 'Link',
  states: linkStates,
  empty: emptyLinks,
  choose: 'Choose a product to say which product of BigCommerce it is.',
  detail: 'Link',
  meaning: linkMeaning,
  origins,
  stays: 'Linking changes which product it is, and nothing else: name, price and stock here stay as they are.',
  here: 'Here',
  sku: 'SKU',
  name: 'Name',
  price: 'Price',
  countedAs: 'Stock',
  origin: 'From',
  stocked: 'Counted here',
  notStocked: 'Has no stock',
  tracking,
  noOptions: 'No options',
  noPrice: 'No price',
  sameSku: 'Same SKU',
  linkedTo: 'Is this product of BigCommerce',
  gone: 'No longer in BigCommerce’s catalogue, as last read.',
  /** Orders may name a product without saying which variant it was: BigCommerce then writes 0. */
  ids: (productId: string, variantId: string | null) =>
    variantId === null || variantId === '0' ? `Product ${productId}` : `Product ${productId} · variant ${variantId}`,
  could: 'Could be',
  alsoCould: 'Could also be',
  searchThere: 'Search BigCommerce’s catalogue',
  none: 'Nothing in BigCommerce’s catalogue, as last read, looks like this product. Search it by another word.',
  noneFound: (search: string) => `Nothing in BigCommerce’s catalogue, as last read, matches “${search}”.`,
  thisIsIt: 'This is it',
  thisIsItNamed: (candidate: string) => `This is it: ${candidate}`,
  taken: 'Another product here is this one already.',
  showTaken: 'Show that product',
  unlink: 'Unlink',
  unlinkNamed: (candidate: string) => `Unlink ${candidate}`,
  linked: (name: string) => `Linked: ${name}`,
  unlinked: (name: string) => `Unlinked: ${name}`,
} as const;

/** The words of Stock › Opening stock. */
export const openingText = {
  ways: { label: 'Where the figures come from', csv: 'From a file', seed: 'From BigCommerce' },
  csv: {
    what: 'A list of what is on the shelves, from a spreadsheet: on hand of each product becomes its quantity.',
    outlet: 'Recorded for',
    file: 'Choose a CSV file',
    drop: 'or drop it here, or paste the list below',
    paste: 'The list',
    pasteHint: 'sku,quantity,name',
    clear: 'Start over',
    chosen: (name: string) => `From ${name}`,
    reading: 'Reading the list…',
    tooLarge: 'This file is larger than 20 MB. Split it into several files.',
    notText: 'This file is no text. Save the sheet as CSV, and choose that file.',
    template: 'How the list looks',
    templateHint: 'One line for each product. The name is needed only where the product is not here yet.',
    templateName: 'template',
    templateList: 'sku,quantity,name\nMUG-BLUE,12,Blue mug\nTEA-ASSAM,40,',
    problems: (count: number) =>
      `${counted(count, 'problem', 'problems')}. Put ${plural(count, 'it', 'them')} right in the list: it is recorded as a whole, or not at all.`,
    moreProblems: (count: number) => `And ${formatCount(count)} more.`,
    line: (line: number) => `Line ${formatCount(line)}`,
    commit: (count: number) => `Record opening stock of ${products(count)}`,
    commitAll: 'Record opening stock',
    problemsFirst: 'Put the problems right first.',
    done: (count: number, created: number) =>
      created === 0
        ? `Opening stock of ${products(count)} recorded.`
        : `Opening stock of ${products(count)} recorded; ${formatCount(created)} of them are new.`,
    nothing: 'There are no products in the list.',
  },
  seed: {
    what: 'Takes BigCommerce’s figures over as what is on hand here. This is the one moment when their figures may become ours:',
    points: [
      'only products that nobody has counted here yet take their figure; what is not here yet is created;',
      'from then on this till decides, and BigCommerce follows: its figures are never taken over again;',
      'names, prices and counted stock here stay as they are.',
    ],
    read: 'Read BigCommerce’s figures',
    readAgain: 'Read again',
    reading: 'Reading BigCommerce’s figures…',
    readAt: (when: string) => `Read ${when}`,
    without: (count: number) =>
      `${counted(count, 'product stays', 'products stay')} uncounted: BigCommerce has no figure of ${plural(count, 'its', 'their')} own for ${plural(count, 'it', 'them')}.`,
    lessSold: (figure: number, sold: number) => `${formatCount(figure)} there, ${formatCount(sold)} sold already`,
    toLinks: 'See the links',
    refused: 'This cannot be done:',
    commit: (count: number) => `Take over figures of ${products(count)}`,
    done: (count: number) => `BigCommerce’s figures taken over for ${products(count)}. From now on this till decides.`,
  },
  recording: 'Recording…',
  preview: (count: number) => `What it does: ${lines(count)}`,
  columns: { before: 'Now', after: 'Then' },
  isNew: 'New product',
  unchanged: 'Stays',
} as const;

/** The words where a manager has to sign in for what was asked. */
export const signInText = {
  title: 'A manager has to confirm this',
  name: 'Name',
  pin: 'PIN',
  commit: 'Sign in and go on',
  checking: 'Checking…',
  cancel: 'Cancel',
  notManager: (name: string) => `${name} is no manager. A manager’s name and PIN are needed.`,
  pinDigits: 'A PIN is 4 to 12 digits.',
} as const;

const kinds: Readonly<Record<DifferenceKind, string>> = {
  order_missing_here: 'Order is not here',
  order_gone_there: 'Order is gone from BigCommerce',
  order_held: 'Order is held',
  sale_doubled: 'Sale is here twice',
  sale_status: 'Sale status differs',
  bigcommerce_status: 'BigCommerce status differs',
  total: 'Total differs',
  lines: 'Lines differ',
  payments: 'Payments differ',
  returns: 'Returns differ',
  fulfillment: 'Fulfillment differs',
  customer: 'Customer differs',
  details: 'Details differ',
  stock_of_sale: 'Stock that the sale took differs',
  ledger_sum: 'Figure is not the sum of its movements',
  stock_level: 'Stock differs',
  product_not_linked: 'Product is not linked',
};

/** The words of Stock › Daily proof. */
export const proofText = {
  what: 'Compares every order since the link, and the stock of every linked product, with BigCommerce. It changes nothing.',
  never: 'Nothing has been compared yet.',
  soon: 'soon',
  agrees: 'Everything agrees.',
  differ: (count: number) => `${counted(count, 'difference', 'differences')} to put right`,
  old: (when: string) => `The last proof is from ${when}: more than two days ago. Run it now.`,
  orders: (count: number) => counted(count, 'order', 'orders'),
  products,
  requests: (count: number) => counted(count, 'request to BigCommerce', 'requests to BigCommerce'),
  next: (when: string) => `Next by itself ${when}`,
  run: 'Run now',
  running: 'Comparing…',
  stopped: 'Stopped. Nothing was changed, and what was compared is kept.',
  cutOff: (done: number, total: number) =>
    `The last comparison ended early, at ${formatCount(done)} of ${formatCount(total)} orders. The daily one goes on there by itself.`,
  runningSince: (when: string) =>
    `Comparing with BigCommerce since ${when}. Work goes on meanwhile; a large shop takes a while.`,
  list: 'Differences',
  kinds,
  ours: 'Here',
  theirs: 'BigCommerce',
  openSale: (orderId: string) => `Sale of order ${orderId}`,
  openProduct: (sku: string) => `Stock of ${sku}`,
  noSuchSale: (orderId: string) => `Order ${orderId} is not among the sales here.`,
  repair: 'Repair',
  repairNamed: (what: string) => `Repair: ${what}`,
  repairAll: (count: number) => `Repair all ${formatCount(count)}`,
  repairing: 'Repairing…',
  whileRepairing: 'A repair is under way.',
  repaired: (repaired: number, left: number) =>
    left === 0
      ? `Repaired ${differences(repaired)}. Everything agrees.`
      : `Repaired ${differences(repaired)}; ${counted(left, 'is', 'are')} left.`,
  notRepaired: 'This could not be put right now. It differs still; look at it, or run the proof again.',
  ranAgrees: 'Compared. Everything agrees.',
  ranDiffers: (count: number) => `Compared. ${differences(count)} found.`,
} as const;

/** Why BigCommerce cannot be asked now, where something needs it. */
export const exchangeText = {
  offline: 'BigCommerce cannot be reached now. This works again by itself once it can be.',
  refused: 'BigCommerce refuses the token. This works again once there is a new one.',
  paused: 'The exchange with BigCommerce is paused, for the plan no longer has it.',
  not_linked: 'No store is linked yet.',
  not_bound: 'No outlet and register are chosen for the linked store yet.',
} as const;
