import { counted, formatCount, plural } from '../format/count.ts';
import type { historyText } from '../text-history.ts';
import type { Words } from '../text-shape.ts';

const sales = (count: number): string => counted(count, 'Verkauf', 'Verkäufe');

const parts: Readonly<Record<string, string>> = {
  orders: 'Bestellungen',
  day_sales: 'Verkäufe eines Tages',
  day_total: 'Umsatz eines Tages',
  day_returned: 'Rückgaben eines Tages',
  product: 'Artikel',
  customer: 'Kunde',
  stock: 'Bestand',
  held: 'Zurückgehaltene Bestellung',
};

export const historyWords: Words<typeof historyText> = {
  title: 'Frühere Bestellungen',
  warning: () =>
    'Alle früheren Bestellungen zu importieren, kann den jetzigen Bestand und anderes ändern; das zu richten, kann dauern. Mengen, die sich hier ändern, erfährt BigCommerce. Erst proben, ansehen, was es täte, und sicher sein.',
  what: 'Bestellungen aus der Zeit, bevor dieser Shop verbunden war, bleiben draußen. Sie lassen sich importieren, damit alle Verkäufe, online und im Laden, an einem Ort sind.',
  notLinked: 'Noch ist kein Shop verbunden. Zuerst einen verbinden.',
  locked: {
    title: 'Gesperrt',
    what: 'Der Retail-Support schaltet es für einen Shop frei. Dort einen Code erfragen und hier eingeben; die Leitung muss sich anmelden.',
    code: 'Support-Code',
    practice: 'Für den Übungsshop druckt „npm run support-code -- issue practice --practice“ einen.',
    commit: 'Freischalten',
    busy: 'Wird geprüft…',
    done: 'Der Import früherer Bestellungen ist freigeschaltet. Importiert wurde dadurch nichts.',
  },
  unlocked: (until) => `Freigeschaltet bis ${until}`,
  choice: {
    title: 'Was mit dem Bestand wird',
    leave: 'Verkäufe aufzeichnen, Bestand nicht anrühren',
    leaveMeaning:
      'Für einen Laden, der gezählt oder seinen Bestand übernommen hat. Diese Verkäufe nehmen nichts und geben nichts zurück, auch wenn sie später storniert oder erstattet werden.',
    take: 'Verkäufe aufzeichnen und das Verkaufte vom Bestand nehmen',
    takeMeaning:
      'Wie bei jeder Webbestellung. Der Bestand kann unter null gehen, und BigCommerce erfährt die neuen Zahlen.',
    commit: 'Probelauf',
    again: 'Neuer Probelauf',
    meaning:
      'Liest alle früheren Bestellungen und zeigt, was ihr Import bewirken würde. Importiert wird dadurch nichts.',
  },
  running: {
    of: (done, total) =>
      total === null
        ? `${formatCount(done)} Bestellungen`
        : `${formatCount(done)} von ${formatCount(total)} Bestellungen`,
    doing: {
      reading: 'Frühere Bestellungen werden von BigCommerce gelesen',
      rehearsing: 'Probelauf',
      importing: 'Wird importiert',
      undoing: 'Wird zurückgenommen',
    },
    whileDoing: {
      reading:
        'Es nimmt höchstens die Hälfte dessen, was BigCommerce den Shop fragen lässt, damit weiter Bestellungen eintreffen. Was gelesen ist, bleibt.',
      rehearsing: 'Nichts davon wird aufgezeichnet.',
      importing: 'Die Kasse ist währenddessen benutzbar. Wird es unterbrochen, geht es von selbst weiter.',
      undoing: 'Die Kasse ist währenddessen benutzbar. Wird es unterbrochen, geht es von selbst weiter.',
    },
  },
  unfinished: 'Der Probelauf wurde nicht fertig. Was gelesen ist, bleibt: neu starten, und er geht dort weiter.',
  waits: 'Es geht nach der nächsten Abfrage von BigCommerce von selbst weiter.',
  outcome: {
    title: 'Was importiert würde',
    when: (when) => `Probelauf ${when}`,
    stockLeft: 'Der Bestand bleibt',
    stockTaken: 'Der Bestand sinkt',
    sales: (count) => plural(count, 'Verkauf', 'Verkäufe'),
    voided: (count) => `${formatCount(count)} davon storniert`,
    toHandOver: (count) => `${formatCount(count)} noch zu übergeben: Sie kommen in den Warenausgang`,
    revenue: 'Umsatz',
    products: (count) => plural(count, 'neuer Artikel', 'neue Artikel'),
    customers: (count) => plural(count, 'neuer Kunde', 'neue Kunden'),
    negative: (count) => plural(count, 'Artikel unter null', 'Artikel unter null'),
    uncounted: (count) =>
      `${counted(count, 'Artikel', 'Artikel')}, hier von niemandem gezählt, ${plural(count, 'stünde', 'stünden')} unter null; über das Regal sagt das nichts`,
    held: (count) => plural(count, 'zurückgehaltene Bestellung', 'zurückgehaltene Bestellungen'),
    leftOut: 'Ausgelassen',
    alreadyHere: (count) => `${formatCount(count)} schon hier`,
    pending: (count) => `${formatCount(count)} von den Käufern nicht abgeschlossen`,
    archived: (count) => `${formatCount(count)} archiviert`,
    fromThisTill: (count) => `${formatCount(count)} von Kassen dieses Ladens`,
    nothing: 'Nichts ist mehr zu importieren: Jede frühere Bestellung ist schon hier.',
    lists: 'Was im Einzelnen',
    tabs: {
      stock: 'Bestand',
      days: 'Umsatz je Tag',
      products: 'Artikel',
      customers: 'Kunden',
      held: 'Zurückgehalten',
    },
    empty: {
      stock: 'Kein Bestand ändert sich.',
      days: 'Kein Verkauf.',
      products: 'Kein Artikel wird angelegt.',
      customers: 'Kein Kunde wird angelegt.',
      held: 'Keine Bestellung wird zurückgehalten.',
    },
    daySales: sales,
    returned: (amount) => `davon ${amount} erstattet`,
    isNew: 'Neu',
    notKnown: 'Hier von niemandem gezählt',
    below: 'Unter null',
    charge: 'Eine Gebühr',
    now: 'Bestand jetzt',
    after: 'Danach',
  },
  confirm: {
    title: 'Importieren',
    type: (storeName) => `Zur Bestätigung den Namen des Shops eingeben: ${storeName}`,
    label: 'Der Name des Shops',
    mistyped: 'Den Namen genau so eingeben, wie er dasteht.',
    commit: (count) => `${sales(count)} importieren`,
    goOn: 'Mit dem Import fortfahren',
    busy: 'Wird importiert…',
    done: (count) => `Importiert: ${sales(count)}.`,
  },
  batches: {
    title: 'Bisherige Importe',
    states: {
      reading: 'Nicht fertig gelesen',
      rehearsed: 'Probelauf',
      importing: 'Wird importiert',
      stopped: 'Unterwegs angehalten',
      imported: 'Importiert',
      undoing: 'Wird zurückgenommen',
      undone: 'Zurückgenommen',
    },
    of: ({ sales: count, products, customers }) =>
      [sales(count), counted(products, 'Artikel', 'Artikel'), counted(customers, 'Kunde', 'Kunden')].join(' · '),
    by: (who, when) => `Bestätigt durch ${who}, ${when}`,
    undoneBy: (who, when) => `Zurückgenommen durch ${who}, ${when}`,
    stayed: (count) => `${sales(count)} ${plural(count, 'blieb', 'blieben')}, denn daran wurde schon gearbeitet`,
    asRehearsed: 'Genau wie im Probelauf',
    differs: (count) => `${counted(count, 'Zahl', 'Zahlen')} anders als im Probelauf`,
    differing: (part, name, rehearsed, happened) =>
      `${parts[part] ?? part} ${name}: im Probelauf ${rehearsed ?? 0}, geschehen ${happened ?? 0}`,
    undo: 'Diesen Import zurücknehmen',
    undoing: 'Wird zurückgenommen…',
    undoMeaning:
      'Seine Verkäufe, Zahlungen und Bewegungen gehen, dazu Artikel und Kunden, die sonst nichts braucht. BigCommerce behält seine Bestellungen.',
    sure: 'Jetzt zurücknehmen',
    keepWorkedOn: 'Alles zurücknehmen außer dem, woran gearbeitet wurde',
    keep: 'Behalten',
    undone: 'Der Import ist zurückgenommen.',
  },
};
