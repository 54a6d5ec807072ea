import { faultSentences } from '../../contract/fault.ts';
import { type FaultCase, faultCases } from '../../contract/fault-cases.ts';
import { counted, formatCount } from '../format/count.ts';
import type { Text } from '../text.ts';
import { appearanceWords } from './appearance.ts';
import { auditWords } from './audit.ts';
import { backupWords } from './backup.ts';
import { csvWords } from './csv.ts';
import { desktopGerman } from './desktop.ts';
import { faultCaseWords, faultWords } from './faults.ts';
import { fulfillmentsWords } from './fulfillments.ts';
import { guideWords } from './guide.ts';
import { historyWords } from './history.ts';
import { linkWords } from './link.ts';
import { dayWords, outletWords } from './outlet.ts';
import { paletteWords } from './palette.ts';
import { printsWords } from './prints.ts';
import { privacyWords } from './privacy.ts';
import { queueWords } from './queue.ts';
import { salesHistoryWords } from './sales-history.ts';
import { scannerGerman } from './scanner.ts';
import { settingsWords } from './settings.ts';
import { staffWords } from './staff.ts';
import { stockWords } from './stock.ts';
import { exchangeWords, linksWords, openingWords, proofWords, signInWords } from './stock-views.ts';
import { problemInGerman } from './sync-problems.ts';
import { tillWords } from './till.ts';
import { trainingWords } from './training.ts';
import { workWords } from './work.ts';

const stockCauses: Readonly<Record<string, string>> = {
  sale: 'Verkauft',
  return: 'Zurückgegeben',
  void: 'Verkauf storniert',
  unvoid: 'Verkauf nicht mehr storniert',
  edit: 'Bestellung geändert',
  in_store_sale: 'An der Theke',
};

const caseNames = Object.keys(faultCases) as FaultCase[];

/** What the main process made of facts beyond the sentences that are known stays in its words. */
const faultInGerman: Text['fault'] = ({ code, message }) => {
  const named = caseNames.find((name) => faultCases[name] === message);
  if (named !== undefined) return faultCaseWords[named];
  return message === faultSentences[code] ? faultWords[code] : `${faultWords[code]} (${message})`;
};

/** Every word in German. A key that English has and this has not is a type error. */
export const german: Text = {
  product: 'Tillbridge',
  fulfillmentStatus: {
    new: 'Neu',
    picking: 'In Arbeit',
    packed: 'Gepackt',
    fulfilled: 'Erledigt',
    cancelled: 'Storniert',
  },
  paymentState: {
    unpaid: 'Nicht bezahlt',
    part_paid: 'Teilweise bezahlt',
    paid: 'Bezahlt',
    refunded: 'Erstattet',
    part_refunded: 'Teilweise erstattet',
  },
  saleStatus: { not_imported: 'Nicht importiert', closed: 'Abgeschlossen', voided: 'Storniert' },
  type: { delivery: 'Lieferung', pickup: 'Abholung' },
  source: { online: 'Online', in_store: 'Im Laden' },
  stockCause: (cause) => stockCauses[cause] ?? cause,
  onHold: 'Gesperrt',
  onHoldBecause: (status) => `Gesperrt: ${status}`,
  digital: 'Digital',
  archived: 'In BigCommerce archiviert',
  putBack: (pieces) => `${pieces} zurücklegen`,
  fault: faultInGerman,
  problem: (problem) => problemInGerman(problem)[0],
  problemStep: (problem) => problemInGerman(problem)[1],
  none: '—',
  any: 'Alle',
  order: (orderId) => `#${orderId}`,
  atLeast: (count) => `${formatCount(count)}+`,
  items: (count) => counted(count, 'Artikel', 'Artikel'),
  sales: (count) => counted(count, 'Verkauf', 'Verkäufe'),
  asOf: (time) => `Stand ${time}`,
  notYetChecked: 'Noch nicht abgefragt',

  frame: {
    screens: 'Ansichten',
    fulfillments: 'Warenausgang',
    salesHistory: 'Verkäufe',
    lightTheme: 'Helle Darstellung',
    darkTheme: 'Dunkle Darstellung',
    light: 'Hell',
    dark: 'Dunkel',
    practice: 'Übungsshop — nichts hier ist echt',
    practiceLabel: 'Übung',
    linkOwn: 'Eigenen Shop verbinden',
    skip: 'Zur Liste springen',
    shortcuts: 'Tasten',
  },

  alarms: {
    label: 'Alarme für letzte Stücke',
    title: (product) => `Letztes Stück: ${product}.`,
    left: (onHand) =>
      onHand > 0
        ? `Noch ${formatCount(onHand)} da`
        : onHand === 0
          ? 'Keins mehr da'
          : `${formatCount(-onHand)} zu wenig`,
    after: (orderId) => `nach Bestellung #${orderId}.`,
    open: 'Öffnen',
    seen: 'Gesehen',
    more: (count) => `${formatCount(count)} weitere`,
    allSeen: 'Alle gesehen',
    sound: 'Alarmton',
    soundOn: 'Der Alarmton ist an',
    soundOff: 'Der Alarmton ist aus',
  },

  search: {
    fulfillments: 'Bestellung, Kunde oder SKU suchen',
    sales: 'Beleg, Bestellung, Kunde, Artikel, SKU suchen',
    find: 'Beleg, Bestellung, Kunde, Artikel finden',
    clear: 'Suche leeren',
  },

  sync: {
    title: 'BigCommerce',
    checked: (time) => `Zuletzt abgefragt ${time}`,
    neverChecked: 'Noch nicht abgefragt',
    checking: 'Bestellungen werden abgefragt',
    importing: (done) => `${formatCount(done)} importiert`,
    importingOf: (done, total) => `${formatCount(done)} von ${formatCount(total)} importiert`,
    offline: 'Offline',
    offlineWaiting: (count) => `Offline, ${formatCount(count)} warten`,
    slow: 'Langsam',
    nextTry: (state, pause) => `${state} — nächster Versuch in ${pause}`,
    refused: 'Token abgelehnt',
    paused: 'Ruht',
    notLinked: 'Kein Shop verbunden',
    notBound: 'Filiale und Kasse wählen',
    reconnecting: 'Wird neu verbunden',
    reconnectingMessage:
      'Dieses Fenster hat die App verloren. Es versucht es von selbst wieder; was gezeigt wird, kann veraltet sein.',
    starting: 'Startet',
    seconds: (count) => `${count} s`,
    minutes: (count) => `${count} min`,
    fresh: 'Alles, was BigCommerce gesendet hat, ist hier. Neue Bestellungen erscheinen von selbst.',
    old: (minutes) => `Dies ist älter als ${formatCount(minutes)} Minuten.`,
    openQueue: 'Warteschlange öffnen',
    waiting: (count) => `${counted(count, 'Änderung', 'Änderungen')} noch nicht gesendet`,
    parked: (count) => `${counted(count, 'Änderung braucht', 'Änderungen brauchen')} eine Entscheidung`,
    held: (count) => counted(count, 'zurückgehaltene Bestellung', 'zurückgehaltene Bestellungen'),
    heldMeaning: 'Ganz aufbewahrt; kein Verkauf, bis sie verstanden werden.',
    heldAt: (time) => `seit ${time}`,
    checkNow: 'Jetzt abfragen',
    checkingNow: 'Wird abgefragt…',
    checkedNothing: 'Abgefragt. Nichts Neues.',
    checkedSome: (imported, updated) =>
      `Abgefragt. ${counted(imported, 'neue Bestellung', 'neue Bestellungen')}, ${formatCount(updated)} aktualisiert.`,
  },

  fulfillments: fulfillmentsWords,

  salesHistory: salesHistoryWords,
  scanner: scannerGerman,
  queue: queueWords,
  prints: printsWords,
  link: linkWords,
  settings: settingsWords,
  outlet: outletWords,
  day: dayWords,
  staff: staffWords,
  till: tillWords,
  appearance: appearanceWords,
  audit: auditWords,
  backup: backupWords,
  guide: guideWords,
  privacy: privacyWords,
  csv: csvWords,
  training: trainingWords,
  work: workWords,
  desktop: desktopGerman,
  stock: stockWords,
  links: linksWords,
  opening: openingWords,
  palette: paletteWords,
  history: historyWords,
  proof: proofWords,
  signIn: signInWords,
  exchange: exchangeWords,

  lineKind: {
    product: '',
    shipping: 'Versand',
    handling: 'Bearbeitung',
    wrapping: 'Geschenkverpackung',
    fee: 'Gebühr',
    discount: 'Rabatt',
    rounding: 'Rundung',
  },

  record: {
    customerMessage: 'Vom Kunden',
    staffNotes: 'Notizen des Personals',
    timeline: 'Verlauf',
    back: 'Zurück zur Liste',
    close: 'Schließen',
    copy: (what) => `${what} kopieren`,
    copied: (what) => `Kopiert: ${what}`,
    notCopied: 'Dieser Browser lässt die Seite nicht kopieren. Den Text stattdessen markieren.',
  },

  states: {
    nothingMatches: (search) => `Nichts passt zu „${search}“.`,
    nothingMatchesFilter: 'Nichts passt zu diesen Filtern.',
    clear: 'Leeren',
    tryAgain: 'Noch einmal versuchen',
    reading: 'Wird gelesen…',
    notLoaded:
      'Dieser Teil der Oberfläche ließ sich nicht laden. Das Fenster neu laden; nichts Erfasstes ist verloren.',
    loadWindow: 'Fenster neu laden',
    lostApp: 'Die App antwortet nicht. Sie wurde vielleicht geschlossen; dieses Fenster versucht es von selbst wieder.',
    whyNot: (orderId) => `Warum ist Bestellung ${orderId} nicht hier?`,
    nextStep: 'Nächster Schritt',
    notLinked: 'Noch ist kein Shop verbunden. Danach erscheinen seine Bestellungen hier von selbst.',
    notBound: 'Bestellungen treffen ein, sobald Filiale und Kasse gewählt sind.',
    pulling: 'Bestellungen sind unterwegs. Sie erscheinen hier, wie sie eintreffen.',
  },

  whyReason: {
    imported: 'Sie ist hier',
    pending: 'Der Einkauf ist nicht abgeschlossen',
    before_link: 'Vor der Verbindung bestellt',
    unmapped_status: 'Unbekannter Status',
    held: 'Zurückgehalten',
    from_this_till: 'An dieser Kasse verkauft',
    not_linked: 'Kein Shop verbunden',
    not_bound: 'Keine Filiale und Kasse gewählt',
    plan: 'Nicht im Tarif',
    blocked_by_error: 'Durch einen Fehler blockiert',
    archived: 'In BigCommerce archiviert',
    unknown: 'Nicht bekannt',
  },

  keys: {
    title: 'Tasten',
    group: { list: 'In einer Liste', go: 'Überall' },
    close: 'Schließen',
    move: 'Bewegen',
    next: 'Nächste Zeile',
    previous: 'Vorige Zeile',
    open: 'Öffnen',
    back: 'Zurück',
    search: 'Suchen',
    segment: 'Abschnitt',
    period: 'Tage',
    checkNow: 'Jetzt abfragen',
    help: 'Tasten',
    undo: 'Rückgängig',
    goFulfillments: 'Zum Warenausgang',
    goSales: 'Zu den Verkäufen',
    goStock: 'Zum Bestand',
    goQueue: 'Zur Warteschlange',
    goSettings: 'Zu den Einstellungen',
    sendAll: 'Alle senden',
    single: 'Einzelne Buchstaben und Ziffern sind Tastenkürzel',
    what: 'Diese gelten in jeder Ansicht. Jede hat weitere: ? listet sie dort auf, und Strg K findet sie beim Namen.',
    names: { ArrowDown: '↓', ArrowUp: '↑', Enter: '↵', Escape: 'Esc', 'Ctrl+K': 'Strg K' },
  },

  machine: { cutOff: 'Tillbridge wurde beim letzten Mal unterbrochen. Nichts Aufgezeichnetes ist verloren.' },
  noSession: {
    title: 'Die Adresse öffnen, die die App gedruckt hat',
    body: 'Dieses Fenster ist bei Tillbridge nicht angemeldet. Jede Adresse gilt einmal, in einem Fenster.',
    steps: [
      'Dort nachsehen, wo Tillbridge gestartet wurde: Es druckt eine Adresse, die mit http://127.0.0.1 beginnt.',
      'Diese Adresse ganz hier öffnen, bis zu ihrem Ende.',
      'Wurde sie schon benutzt, die nehmen, die danach für ein weiteres Fenster gedruckt wurde.',
    ],
  },

  time: {
    today: 'Heute',
    yesterday: 'Gestern',
    now: 'jetzt',
    minutes: (count) => `${count} min`,
    hours: (count) => `${count} h`,
    days: (count) => `${count} T`,
  },
};
