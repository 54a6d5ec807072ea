import type { Fault } from '../contract/fault.ts';
import type { FulfillmentStatus, PaymentState, SaleStatus } from '../contract/status.ts';
import type { SyncProblem } from '../contract/sync.ts';
import { counted, formatCount } from './format/count.ts';
import { language } from './format/language.ts';
import { appearanceText } from './text-appearance.ts';
import { auditText } from './text-audit.ts';
import { backupText } from './text-backup.ts';
import { csvText } from './text-csv.ts';
import { desktopWords } from './text-desktop.ts';
import { fulfillmentsText } from './text-fulfillments.ts';
import { german } from './text-german/german.ts';
import { guideText } from './text-guide.ts';
import { historyText } from './text-history.ts';
import { linkText } from './text-link.ts';
import { dayText, outletText } from './text-outlet.ts';
import { paletteText } from './text-palette.ts';
import { printsText } from './text-prints.ts';
import { privacyText } from './text-privacy.ts';
import { queueText } from './text-queue.ts';
import { salesHistoryText } from './text-sales-history.ts';
import { scannerWords } from './text-scanner.ts';
import { settingsText } from './text-settings.ts';
import type { Words } from './text-shape.ts';
import { staffText } from './text-staff.ts';
import { stockText } from './text-stock.ts';
import { exchangeText, linksText, openingText, proofText, signInText } from './text-stock-views.ts';
import { tillText } from './text-till.ts';
import { trainingText } from './text-training.ts';
import { workText } from './text-work.ts';

const fulfillmentStatus: Readonly<Record<FulfillmentStatus, string>> = {
  new: 'New',
  picking: 'In progress',
  packed: 'Packed',
  fulfilled: 'Fulfilled',
  cancelled: 'Cancelled',
};

const paymentState: Readonly<Record<PaymentState, string>> = {
  unpaid: 'Not paid',
  part_paid: 'Part paid',
  paid: 'Paid',
  refunded: 'Refunded',
  part_refunded: 'Part refunded',
};

const saleStatus: Readonly<Record<SaleStatus, string>> = {
  not_imported: 'Not imported',
  closed: 'Closed',
  voided: 'Voided',
};

/** Why stock moved, by the ledger's own names; a name from a newer ledger is shown as it is. */
const stockCauses: Readonly<Record<string, string>> = {
  sale: 'Sold',
  return: 'Returned',
  void: 'Sale voided',
  unvoid: 'Sale no longer voided',
  edit: 'Order edited',
  in_store_sale: 'At the counter',
};

/** Every word that the screens say, in English. Another language is an object of the same shape. */
const english = {
  product: 'Tillbridge',
  fulfillmentStatus,
  paymentState,
  saleStatus,
  type: { delivery: 'Delivery', pickup: 'Pickup' },
  source: { online: 'Online', in_store: 'In store' },
  stockCause: (cause: string) => stockCauses[cause] ?? cause,
  onHold: 'On hold',
  onHoldBecause: (status: string) => `On hold: ${status}`,
  digital: 'Digital',
  archived: 'Archived in BigCommerce',
  putBack: (pieces: number) => `Put back ${pieces}`,
  /** What a refusal says to staff. */
  fault: ({ message }: Fault) => message,
  /** What is wrong with the exchange, and what to do. */
  problem: ({ message }: SyncProblem) => message,
  problemStep: ({ nextStep }: SyncProblem) => nextStep,
  none: '—',
  any: 'Any',
  order: (orderId: string) => `#${orderId}`,
  atLeast: (count: number) => `${formatCount(count)}+`,
  items: (count: number) => counted(count, 'item', 'items'),
  sales: (count: number) => counted(count, 'sale', 'sales'),
  asOf: (time: string) => `As of ${time}`,
  notYetChecked: 'Not checked yet',

  frame: {
    screens: 'Screens',
    fulfillments: 'Fulfillments',
    salesHistory: 'Sales history',
    lightTheme: 'Light appearance',
    darkTheme: 'Dark appearance',
    light: 'Light',
    dark: 'Dark',
    practice: 'Practice store — nothing here is real',
    practiceLabel: 'Practice',
    linkOwn: 'Link your own store',
    skip: 'Skip to the list',
    shortcuts: 'Keys',
  },

  alarms: {
    label: 'Last-one alarms',
    title: (product: string) => `Last one: ${product}.`,
    left: (onHand: number) =>
      onHand > 0 ? `${formatCount(onHand)} left` : onHand === 0 ? 'None left' : `${formatCount(-onHand)} too few`,
    after: (orderId: string) => `after order #${orderId}.`,
    open: 'Open',
    seen: 'Seen',
    more: (count: number) => `${formatCount(count)} more`,
    allSeen: 'All seen',
    sound: 'Alarm sound',
    soundOn: 'Alarm sound is on',
    soundOff: 'Alarm sound is off',
  },

  search: {
    fulfillments: 'Search order, customer, SKU',
    sales: 'Search receipt, order, customer, product, SKU',
    find: 'Find receipt, order, customer, product',
    clear: 'Clear search',
  },

  sync: {
    title: 'BigCommerce',
    checked: (time: string) => `Last checked ${time}`,
    neverChecked: 'Not checked yet',
    checking: 'Checking for orders',
    importing: (done: number) => `Importing ${formatCount(done)}`,
    importingOf: (done: number, total: number) => `Importing ${formatCount(done)} of ${formatCount(total)}`,
    offline: 'Offline',
    offlineWaiting: (count: number) => `Offline, ${formatCount(count)} waiting`,
    slow: 'Slow',
    nextTry: (state: string, pause: string) => `${state} — next try in ${pause}`,
    refused: 'Token refused',
    paused: 'Paused',
    notLinked: 'No store linked',
    notBound: 'Choose outlet and register',
    reconnecting: 'Reconnecting',
    reconnectingMessage: 'This window lost the app. It tries again by itself; what is shown may be out of date.',
    starting: 'Starting',
    seconds: (count: number) => `${count} s`,
    minutes: (count: number) => `${count} min`,
    fresh: 'Everything that BigCommerce has sent is here. New orders appear by themselves.',
    old: (minutes: number) => `This is older than ${formatCount(minutes)} minutes.`,
    openQueue: 'Open the Queue',
    waiting: (count: number) => `${counted(count, 'change', 'changes')} not sent yet`,
    parked: (count: number) => `${counted(count, 'change needs', 'changes need')} a decision`,
    held: (count: number) => counted(count, 'order held', 'orders held'),
    heldMeaning: 'Kept whole; not a sale until they can be understood.',
    heldAt: (time: string) => `since ${time}`,
    checkNow: 'Check now',
    checkingNow: 'Checking…',
    checkedNothing: 'Checked. Nothing new.',
    checkedSome: (imported: number, updated: number) =>
      `Checked. ${counted(imported, 'new order', 'new orders')}, ${formatCount(updated)} updated.`,
  },

  fulfillments: fulfillmentsText,

  salesHistory: salesHistoryText,

  queue: queueText,
  prints: printsText,
  link: linkText,
  settings: settingsText,
  outlet: outletText,
  day: dayText,
  staff: staffText,
  till: tillText,
  appearance: appearanceText,
  audit: auditText,
  backup: backupText,
  guide: guideText,
  privacy: privacyText,
  csv: csvText,
  training: trainingText,
  work: workText,
  desktop: desktopWords,
  scanner: scannerWords,
  stock: stockText,
  links: linksText,
  opening: openingText,
  palette: paletteText,
  history: historyText,
  proof: proofText,
  signIn: signInText,
  exchange: exchangeText,

  lineKind: {
    product: '',
    shipping: 'Shipping',
    handling: 'Handling',
    wrapping: 'Gift wrapping',
    fee: 'Fee',
    discount: 'Discount',
    rounding: 'Rounding',
  },

  record: {
    customerMessage: 'From the customer',
    staffNotes: 'Staff notes',
    timeline: 'Timeline',
    back: 'Back to the list',
    close: 'Close',
    copy: (what: string) => `Copy ${what}`,
    copied: (what: string) => `Copied: ${what}`,
    notCopied: 'This browser does not let the page copy. Select the text instead.',
  },

  states: {
    nothingMatches: (search: string) => `Nothing matches “${search}”.`,
    nothingMatchesFilter: 'Nothing matches these filters.',
    clear: 'Clear',
    tryAgain: 'Try again',
    reading: 'Reading…',
    notLoaded:
      'This part of the screens could not be loaded. Load the window again; nothing that was recorded is lost.',
    loadWindow: 'Load the window again',
    lostApp: 'The app does not answer. It may have been closed; this window tries again by itself.',
    whyNot: (orderId: string) => `Why isn’t order ${orderId} here?`,
    nextStep: 'Next step',
    notLinked: 'No store is linked yet. Once one is linked, its orders appear here by themselves.',
    notBound: 'Orders arrive as soon as an outlet and a register are chosen.',
    pulling: 'Orders are on their way. They appear here as they arrive.',
  },

  whyReason: {
    imported: 'It is here',
    pending: 'Checkout is not finished',
    before_link: 'Placed before the link',
    unmapped_status: 'Unknown status',
    held: 'Held',
    from_this_till: 'Sold on this till',
    not_linked: 'No store linked',
    not_bound: 'No outlet and register chosen',
    plan: 'Not in the plan',
    blocked_by_error: 'Blocked by an error',
    archived: 'Archived in BigCommerce',
    unknown: 'Not known',
  },

  keys: {
    title: 'Keys',
    group: { list: 'In a list', go: 'Everywhere' },
    close: 'Close',
    single: 'Single letters and digits are shortcuts',
    what: 'These work on every screen. Each screen has more of its own: ? lists them there, and Ctrl K finds them by name.',
    move: 'Move',
    next: 'Next row',
    previous: 'Previous row',
    open: 'Open',
    back: 'Back',
    search: 'Search',
    segment: 'Segment',
    period: 'Days',
    checkNow: 'Check now',
    help: 'Keys',
    undo: 'Undo',
    goFulfillments: 'Go to Fulfillments',
    goSales: 'Go to Sales history',
    goStock: 'Go to Stock',
    goQueue: 'Go to the Queue',
    goSettings: 'Go to Settings',
    sendAll: 'Send all',
    names: {
      ArrowDown: '↓',
      ArrowUp: '↑',
      Enter: '↵',
      Escape: 'Esc',
      'Ctrl+K': 'Ctrl K',
    } as Readonly<Record<string, string>>,
  },

  machine: { cutOff: 'Tillbridge was cut off last time. Nothing that was recorded is lost.' },
  noSession: {
    title: 'Open the address that the app printed',
    body: 'This window is not signed in to Tillbridge. Each address works once, in one window.',
    steps: [
      'Look where Tillbridge was started: it prints an address that begins with http://127.0.0.1.',
      'Open that whole address here, up to its end.',
      'If it was used already, take the one that was printed after it, for another window.',
    ],
  },

  time: {
    today: 'Today',
    yesterday: 'Yesterday',
    now: 'now',
    minutes: (count: number) => `${count} min`,
    hours: (count: number) => `${count} h`,
    days: (count: number) => `${count} d`,
  },
};

export type Text = Words<typeof english>;

const inLanguage = { en: english, de: german } as const satisfies Record<typeof language, Text>;

/** Every word that the screens say, in the language of this window. */
export const text: Text = inLanguage[language];
