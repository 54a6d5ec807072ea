import { counted, formatCount } from './format/count.ts';

/** Every word about linking a store, changing where it records, and ending it. */
export const linkText = {
  title: 'BigCommerce store',
  fix: 'Fix',
  linkAgain: 'Link again',
  first: 'Link your BigCommerce store, and its orders become sales on this till by themselves.',
  again: (store: string) =>
    `"${store}" was unlinked. Everything that it brought is still here; linked again, it goes on where it stopped.`,
  practise: {
    title: 'No store at hand?',
    what: 'The practice store is a BigCommerce on this machine, with its own data. Orders arrive at once, and nothing in it is real.',
    commit: 'Practise first',
    busy: 'Opening the practice store…',
  },
  store: {
    title: '1. The store',
    address: 'Store hash or API path',
    addressHint:
      'BigCommerce › Settings › Store-level API accounts › Create: it shows the API path, and the token once.',
    token: 'Access token',
    test: 'Test',
    testing: 'Asking BigCommerce…',
    incomplete: 'Enter the store and its token.',
    isStore: (name: string, currency: string, timeZone: string | null) =>
      [name, currency, timeZone].filter(Boolean).join(' · '),
    nameless: 'A store whose name the token may not read',
    may: 'What the token may do',
    /** By what the app calls them. */
    deeds: {
      "read the store's name and settings": 'Read the store’s name and settings',
      'read orders': 'Read orders',
      'change orders': 'Change orders',
      'read the catalogue': 'Read the catalogue',
      'read stock levels': 'Read stock levels',
      'change stock levels': 'Change stock levels',
      'read the locations': 'Read the locations',
      'read the sales channels': 'Read the sales channels',
    } as Readonly<Record<string, string>>,
    states: { granted: 'Yes', missing: 'Missing', untried: 'Not tried' },
    untried:
      'Only writing would show it, and a test changes nothing. Where it is missing, the first step that is told says so, and waits.',
    lacks: (scopes: string) =>
      `The token lacks: ${scopes}. BigCommerce cannot widen a token; make another with it, and enter that one.`,
    needed: 'Without reading orders and the store itself it cannot be linked.',
    channelsUnknown:
      'Whether another till takes these orders cannot be seen with this token. Make sure that none does.',
  },
  importer: {
    title: (others: string) => `${others} takes this store's orders already`,
    what: 'With two of them each web order is recorded, and taken off the stock, twice. Turn that one off in BigCommerce › Channels first. If both are to run, say why; it is written into the audit log.',
    why: 'Why both are to run',
  },
  plan: {
    label: 'Retail POS plan',
    choose: 'Choose the plan',
    another: 'Another plan',
    refused:
      'That plan has no BigCommerce integration. It is offered on Pro, Standard, Advanced, Enterprise, Core and Plus.',
    paused:
      'With that plan nothing is pulled or sent. Everything here stays readable, and it goes on by itself with one that has it.',
    save: 'Save the plan',
    saving: 'Saving…',
    saved: (plan: string) => `Plan: ${plan}.`,
  },
  place: {
    title: '2. Where its sales are recorded',
    outlet: 'Outlet',
    newOutlet: 'A new outlet',
    outletName: 'Name of the outlet',
    timeZone: 'Time zone',
    currency: 'Currency',
    register: 'Register',
    newRegister: 'A new register',
    registerName: 'Name of the register',
    usualRegister: 'Till 1',
    location: 'BigCommerce location',
    usualLocation: 'The default one',
    closed: (label: string) => `${label} (not in use)`,
    incomplete: 'Name the outlet and the register.',
  },
  next: {
    title: '3. What happens next',
    record:
      'Retail POS becomes the system of record: products, prices and stock are managed here, and what is changed in BigCommerce never overwrites them.',
    ordersOut: (orders: number | null) =>
      orders === null || orders === 0
        ? 'Orders placed before this moment stay out. One that a shopper is just checking out comes in.'
        : `The ${counted(orders, 'order', 'orders')} placed before this moment stay out. Those that shoppers are just checking out come in.`,
    first:
      'The next web order shows here within a minute: in Fulfillments to be handed over, in Sales history as a sale.',
    stock:
      'Stock in BigCommerce stays as it is until a product is counted, received or sold here. Opening stock can be taken over from it once, in Stock.',
    commit: 'Link this store',
    commitAgain: 'Link it again',
    busy: 'Linking…',
    sayWhy: 'Say first why two tills are to take its orders.',
    choosePlan: 'Choose the Retail POS plan first.',
    done: (store: string) => `Linked: ${store}. Its next order shows by itself.`,
  },
  relink: {
    title: '2. What linking again does',
    restored: (products: number, sales: number) =>
      `Comes back as it was: ${counted(products, 'linked product', 'linked products')} and ${counted(sales, 'sale', 'sales')}, with their outlet and register.`,
    nothingNew: (products: number, movements: number) =>
      `New products: ${formatCount(products)}. Stock movements: ${formatCount(movements)}.`,
    since: (orders: number | null) =>
      orders === null
        ? 'Orders of the meantime come with the next check, and take their stock then.'
        : `${counted(orders, 'order', 'orders')} placed or changed meanwhile: they come with the next check, and take their stock then.`,
  },
  linked: {
    since: (when: string) => `Linked ${when}`,
    hash: 'Store hash',
    records: 'Records on',
    unbound: 'No outlet and register are chosen yet, so no order arrives.',
    record:
      'Retail POS is the system of record: products, prices and stock are managed here. BigCommerce brings online sales, the customers that come with them, and the stock that they take.',
  },
  token: {
    title: 'Token',
    what: 'A new token keeps everything: the link, its sales and what waits to be sent.',
    open: 'Enter a new token',
    commit: 'Use this token',
    busy: 'Checking…',
    done: 'The new token is in use.',
    incomplete: 'Paste the token.',
  },
  rebind: {
    title: 'Outlet, register and location',
    later: (outlet: string, register: string) =>
      `Orders that arrive from now on are recorded on ${outlet} · ${register}. Sales that are here stay where they are.`,
    stock: (outlet: string) => `They take their stock from ${outlet}, and BigCommerce is told the levels of ${outlet}.`,
    commit: 'Save',
    busy: 'Saving…',
    same: 'That is where it records now.',
    done: (outlet: string, register: string) => `Later orders are recorded on ${outlet} · ${register}.`,
  },
  unlink: {
    title: 'Unlink',
    /** The support page's own words, in English. */
    warning: (told: string) => told,
    stays:
      'Sales, products and their links stay here and readable. From that moment nothing comes in, and nothing is sent.',
    waiting: (count: number) =>
      `${counted(count, 'change has', 'changes have')} not reached BigCommerce yet. They wait here until the same store is linked again.`,
    type: (store: string) => `Type the store's name to confirm: ${store}`,
    label: "The store's name",
    mistyped: 'Type the name exactly as it is shown.',
    commit: 'Unlink this store',
    busy: 'Unlinking…',
    done: (store: string) => `Unlinked: ${store}. Everything that it brought is still here.`,
  },
};
