import { counted, formatCount, plural } from '../format/count.ts';
import type { Words } from '../text-shape.ts';
import type { exchangeText, linksText, openingText, proofText, signInText } from '../text-stock-views.ts';

const products = (count: number): string => counted(count, 'Artikel', 'Artikel');
const differences = (count: number): string => counted(count, 'Abweichung', 'Abweichungen');

export const linksWords: Words<typeof linksText> = {
  list: 'Artikel und ihre Verknüpfungen',
  search: 'SKU oder Name suchen',
  statesLabel: 'Verknüpfung',
  states: { linked: 'Verknüpft', unlinked: 'Nicht verknüpft', ambiguous: 'Mehrdeutig' },
  empty: {
    linked:
      'Noch ist kein Artikel verknüpft. Passt seine SKU allein, wird er beim Lesen des Katalogs von selbst verknüpft.',
    unlinked: 'Nichts ist mehr zu verknüpfen.',
    ambiguous: 'Nichts ist mehrdeutig. Ein Artikel kommt hierher, wenn seine SKU auf mehrere passt.',
  },
  choose: 'Einen Artikel wählen, um zu sagen, welcher Artikel von BigCommerce er ist.',
  detail: 'Verknüpfung',
  meaning: {
    linked: 'Sein Bestand geht an diesen Artikel von BigCommerce.',
    unlinked:
      'Welcher Artikel von BigCommerce er ist, ist nicht bekannt; sein Bestand geht nirgendwohin, bis jemand es sagt.',
    ambiguous:
      'Seine SKU passt auf mehrere Artikel, hier oder dort; sein Bestand geht nirgendwohin, bis jemand sagt, welcher er ist.',
  },
  origins: { here: 'Diese Kasse', online_order: 'Aus einer Onlinebestellung', charge: 'Eine Gebühr' },
  stays: 'Verknüpfen ändert nur, welcher Artikel er ist: Name, Preis und Bestand hier bleiben, wie sie sind.',
  here: 'Hier',
  sku: 'SKU',
  name: 'Name',
  price: 'Preis',
  countedAs: 'Bestand',
  origin: 'Herkunft',
  stocked: 'Wird hier gezählt',
  notStocked: 'Hat keinen Bestand',
  tracking: { none: 'Nicht gezählt', product: 'Je Artikel gezählt', variant: 'Je Variante gezählt' },
  noOptions: 'Keine Optionen',
  noPrice: 'Kein Preis',
  sameSku: 'Gleiche SKU',
  linkedTo: 'Ist dieser Artikel von BigCommerce',
  gone: 'Nicht mehr im zuletzt gelesenen Katalog von BigCommerce.',
  ids: (productId, variantId) =>
    variantId === null || variantId === '0' ? `Artikel ${productId}` : `Artikel ${productId} · Variante ${variantId}`,
  could: 'Könnte sein',
  alsoCould: 'Könnte auch sein',
  searchThere: 'Im Katalog von BigCommerce suchen',
  none: 'Im zuletzt gelesenen Katalog von BigCommerce sieht nichts so aus wie dieser Artikel. Mit einem anderen Wort suchen.',
  noneFound: (search) => `Im zuletzt gelesenen Katalog von BigCommerce passt nichts zu „${search}“.`,
  thisIsIt: 'Das ist er',
  thisIsItNamed: (candidate) => `Das ist er: ${candidate}`,
  taken: 'Ein anderer Artikel hier ist schon dieser.',
  showTaken: 'Diesen Artikel zeigen',
  unlink: 'Verknüpfung lösen',
  unlinkNamed: (candidate) => `Verknüpfung lösen: ${candidate}`,
  linked: (name) => `Verknüpft: ${name}`,
  unlinked: (name) => `Verknüpfung gelöst: ${name}`,
};

export const openingWords: Words<typeof openingText> = {
  ways: { label: 'Woher die Zahlen kommen', csv: 'Aus einer Datei', seed: 'Von BigCommerce' },
  csv: {
    what: 'Eine Liste dessen, was im Regal steht, aus einer Tabelle: Der Bestand jedes Artikels wird seine Menge.',
    outlet: 'Aufgezeichnet für',
    file: 'Eine CSV-Datei wählen',
    drop: 'oder hierher ziehen, oder die Liste unten einfügen',
    paste: 'Die Liste',
    pasteHint: 'sku,quantity,name',
    clear: 'Von vorn',
    chosen: (name) => `Aus ${name}`,
    reading: 'Die Liste wird gelesen…',
    tooLarge: 'Diese Datei ist größer als 20 MB. In mehrere Dateien teilen.',
    notText: 'Diese Datei ist kein Text. Die Tabelle als CSV speichern und diese Datei wählen.',
    template: 'So sieht die Liste aus',
    templateHint: 'Eine Zeile je Artikel. Der Name ist nur nötig, wo der Artikel noch nicht hier ist.',
    templateName: 'Vorlage',
    templateList: 'sku,quantity,name\nMUG-BLUE,12,Blaue Tasse\nTEA-ASSAM,40,',
    problems: (count) =>
      `${counted(count, 'Fehler', 'Fehler')}. In der Liste beheben: Sie wird ganz aufgezeichnet oder gar nicht.`,
    moreProblems: (count) => `Und ${formatCount(count)} weitere.`,
    line: (line) => `Zeile ${formatCount(line)}`,
    commit: (count) => `Anfangsbestand von ${products(count)} aufzeichnen`,
    commitAll: 'Anfangsbestand aufzeichnen',
    problemsFirst: 'Erst die Fehler beheben.',
    done: (count, created) =>
      created === 0
        ? `Anfangsbestand von ${products(count)} aufgezeichnet.`
        : `Anfangsbestand von ${products(count)} aufgezeichnet; ${formatCount(created)} davon sind neu.`,
    nothing: 'In der Liste stehen keine Artikel.',
  },
  seed: {
    what: 'Übernimmt die Zahlen von BigCommerce als Bestand hier. Nur in diesem einen Augenblick werden deren Zahlen zu unseren:',
    points: [
      'nur Artikel, die hier noch niemand gezählt hat, bekommen ihre Zahl; was noch nicht hier ist, wird angelegt;',
      'von da an entscheidet diese Kasse, und BigCommerce folgt: Seine Zahlen werden nie wieder übernommen;',
      'Namen, Preise und gezählter Bestand hier bleiben, wie sie sind.',
    ],
    read: 'Zahlen von BigCommerce lesen',
    readAgain: 'Neu lesen',
    reading: 'Die Zahlen von BigCommerce werden gelesen…',
    readAt: (when) => `Gelesen ${when}`,
    without: (count) =>
      `${counted(count, 'Artikel bleibt', 'Artikel bleiben')} ungezählt: BigCommerce hat ${plural(count, 'für ihn', 'für sie')} keine eigene Zahl.`,
    lessSold: (figure, sold) => `dort ${formatCount(figure)}, davon ${formatCount(sold)} schon verkauft`,
    toLinks: 'Verknüpfungen ansehen',
    refused: 'Das geht jetzt nicht:',
    commit: (count) => `Zahlen von ${products(count)} übernehmen`,
    done: (count) => `Zahlen von BigCommerce für ${products(count)} übernommen. Von jetzt an entscheidet diese Kasse.`,
  },
  recording: 'Wird aufgezeichnet…',
  preview: (count) => `Was es bewirkt: ${counted(count, 'Zeile', 'Zeilen')}`,
  columns: { before: 'Jetzt', after: 'Dann' },
  isNew: 'Neuer Artikel',
  unchanged: 'Bleibt',
};

export const signInWords: Words<typeof signInText> = {
  title: 'Das muss die Leitung bestätigen',
  name: 'Name',
  pin: 'PIN',
  commit: 'Anmelden und weiter',
  checking: 'Wird geprüft…',
  cancel: 'Abbrechen',
  notManager: (name) => `${name} gehört nicht zur Leitung. Nötig sind Name und PIN von jemandem aus der Leitung.`,
  pinDigits: 'Eine PIN hat 4 bis 12 Ziffern.',
};

export const proofWords: Words<typeof proofText> = {
  what: 'Vergleicht jede Bestellung seit der Verbindung und den Bestand jedes verknüpften Artikels mit BigCommerce. Es ändert nichts.',
  never: 'Noch wurde nichts verglichen.',
  soon: 'bald',
  agrees: 'Alles stimmt überein.',
  differ: (count) => `${differences(count)} zu beheben`,
  old: (when) => `Der letzte Abgleich ist von ${when}, mehr als zwei Tage her. Jetzt neu abgleichen.`,
  orders: (count) => counted(count, 'Bestellung', 'Bestellungen'),
  products,
  requests: (count) => counted(count, 'Anfrage an BigCommerce', 'Anfragen an BigCommerce'),
  next: (when) => `Nächster von selbst ${when}`,
  run: 'Jetzt abgleichen',
  running: 'Wird verglichen…',
  stopped: 'Angehalten. Nichts ist verändert, und was verglichen ist, bleibt.',
  cutOff: (done, total) =>
    `Der letzte Abgleich endete vorzeitig, nach ${formatCount(done)} von ${formatCount(total)} Bestellungen. Der tägliche macht dort von selbst weiter.`,
  runningSince: (when) =>
    `Seit ${when} wird mit BigCommerce verglichen. Die Arbeit geht weiter; ein großer Laden braucht eine Weile.`,
  list: 'Abweichungen',
  kinds: {
    order_missing_here: 'Bestellung ist nicht hier',
    order_gone_there: 'Bestellung ist bei BigCommerce verschwunden',
    order_held: 'Bestellung ist zurückgehalten',
    sale_doubled: 'Verkauf ist doppelt hier',
    sale_status: 'Verkaufsstatus weicht ab',
    bigcommerce_status: 'BigCommerce-Status weicht ab',
    total: 'Summe weicht ab',
    lines: 'Positionen weichen ab',
    payments: 'Zahlungen weichen ab',
    returns: 'Rückgaben weichen ab',
    fulfillment: 'Warenausgang weicht ab',
    customer: 'Kunde weicht ab',
    details: 'Einzelheiten weichen ab',
    stock_of_sale: 'Vom Verkauf genommener Bestand weicht ab',
    ledger_sum: 'Zahl ist nicht die Summe ihrer Bewegungen',
    stock_level: 'Bestand weicht ab',
    product_not_linked: 'Artikel ist nicht verknüpft',
  },
  ours: 'Hier',
  theirs: 'BigCommerce',
  openSale: (orderId) => `Verkauf zu Bestellung ${orderId}`,
  openProduct: (sku) => `Bestand von ${sku}`,
  noSuchSale: (orderId) => `Bestellung ${orderId} ist nicht unter den Verkäufen hier.`,
  repair: 'Beheben',
  repairNamed: (what) => `Beheben: ${what}`,
  repairAll: (count) => `Alle ${formatCount(count)} beheben`,
  repairing: 'Wird behoben…',
  whileRepairing: 'Eine Behebung läuft.',
  repaired: (repaired, left) =>
    left === 0
      ? `${differences(repaired)} behoben. Alles stimmt überein.`
      : `${differences(repaired)} behoben; ${counted(left, 'bleibt', 'bleiben')}.`,
  notRepaired: 'Das ließ sich jetzt nicht beheben. Es weicht weiter ab; ansehen, oder neu abgleichen.',
  ranAgrees: 'Verglichen. Alles stimmt überein.',
  ranDiffers: (count) => `Verglichen. ${differences(count)} gefunden.`,
};

export const exchangeWords: Words<typeof exchangeText> = {
  offline: 'BigCommerce ist jetzt nicht erreichbar. Sobald es das ist, geht dies von selbst wieder.',
  refused: 'BigCommerce lehnt das Token ab. Dies geht wieder, sobald es ein neues gibt.',
  paused: 'Der Austausch mit BigCommerce ruht, denn der Tarif enthält ihn nicht mehr.',
  not_linked: 'Noch ist kein Shop verbunden.',
  not_bound: 'Für den verbundenen Shop sind noch keine Filiale und keine Kasse gewählt.',
};
