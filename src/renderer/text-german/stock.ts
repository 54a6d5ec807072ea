import { formatCount, formatSigned } from '../format/count.ts';
import type { Words } from '../text-shape.ts';
import type { stockText } from '../text-stock.ts';

const pieces = (count: number): string => `${formatCount(count)} Stück`;

export const stockWords: Words<typeof stockText> = {
  title: 'Bestand',
  places: {
    label: 'Ansichten des Bestands',
    stock: 'Bestand',
    links: 'Verknüpfungen',
    opening: 'Anfangsbestand',
    proof: 'Tagesabgleich',
  },
  list: 'Artikel',
  search: 'SKU oder Name scannen oder suchen',
  views: {
    all: 'Alle',
    low: 'Knapp',
    negative: 'Unter null',
    drift: 'Abweichung',
    not_known: 'Nicht gezählt',
    not_linked: 'Nicht verknüpft',
  },
  viewsLabel: 'Ansicht',
  outlet: 'Filiale',
  linkedOutlet: (name) => `${name} (verbunden)`,
  emptyViews: {
    all: 'Noch keine Artikel. Sie kommen mit der ersten Bestellung, mit dem Anfangsbestand oder mit der ersten Lieferung.',
    low: 'Nichts ist knapp. Ein Artikel kommt hierher, wenn er seinen Mindestbestand erreicht.',
    negative: 'Nichts ist unter null. Ein Artikel kommt hierher, wenn mehr verkauft wurde, als da war.',
    drift: 'Keine Abweichung: BigCommerce hat, was hier ist, wo beides bekannt ist.',
    not_known: 'Alles ist gezählt.',
    not_linked: 'Jeder Artikel ist mit einem von BigCommerce verknüpft.',
  },
  nothingCounted: 'Noch ist nichts gezählt, also geht nichts an BigCommerce.',
  toOpening: 'Anfangsbestand eingeben',
  choose: 'Einen Artikel wählen, um zu sehen, warum seine Zahl ist, wie sie ist.',
  detail: 'Artikel',
  noSku: 'Keine SKU',
  openProduct: (name) => `Bestand von ${name}`,
  opened: (name) => `Gescannt: ${name}.`,

  figures: {
    onHand: 'Bestand',
    committed: 'Reserviert',
    free: 'Frei verkäuflich',
    lastPushed: 'Zuletzt gesendet',
    bigcommerce: 'BigCommerce',
    drift: 'Abweichung',
    change: 'Änderung',
    explain: 'Erklären',
    equation: (onHand, committed) =>
      `${formatCount(onHand)} Bestand weniger ${formatCount(committed)} reserviert ist ${formatCount(onHand - committed)} frei verkäuflich.`,
    committedMeaning: 'Reserviert: verkauft und noch nicht übergeben.',
    belowZero: 'Es wurde mehr verkauft, als da war. Zählen bringt die Zahl in Ordnung.',
  },

  pushState: {
    in_step: 'Im Gleichstand',
    to_push: 'Wird gesendet',
    sent: 'Gesendet',
    parked: 'Abgelehnt',
    not_known: 'Nicht gezählt',
    not_linked: 'Nicht verknüpft',
    ambiguous: 'Mehrere passen',
    not_tracked: 'Nicht geführt',
    other_outlet: 'Andere Filiale',
  },
  pushMeaning: {
    in_step: 'BigCommerce hat dieselbe Zahl.',
    to_push: 'Diese Zahl geht mit dem nächsten Austausch von selbst an BigCommerce.',
    sent: 'BigCommerce hat sie erhalten und zeigt sie noch nicht. Sie wird von selbst wieder gelesen.',
    parked: 'BigCommerce hat die Zahl abgelehnt. Beheben, was es sagt, dann den Artikel neu zählen.',
    not_known:
      'Niemand hat ihn hier gezählt, also geht nichts an BigCommerce. Einmal zählen, und er bleibt im Gleichstand.',
    not_linked: 'Welcher Artikel von BigCommerce es ist, ist nicht bekannt, also wird nichts gesendet.',
    ambiguous: 'Mehrere Artikel passen nach ihrer SKU, also wird nichts gesendet, bis jemand sagt, welcher es ist.',
    not_tracked: 'BigCommerce zählt diesen Artikel nicht, also wird nichts gesendet.',
    other_outlet: 'Nur der Bestand der verbundenen Filiale geht an BigCommerce.',
  },
  lastOne: 'Letztes Stück',
  lastOneMeaning: (onHand, floor) =>
    `Eine Bestellung brachte ihn auf ${formatCount(onHand)}; der Mindestbestand ist ${formatCount(floor)}. Im Regal nachsehen, bevor noch einer verkauft wird.`,
  bigcommerce: {
    title: 'Bei BigCommerce',
    notRead: 'Noch nicht gelesen',
    readAt: (when) => `gelesen ${when}`,
    notPushed: 'Noch nichts',
    pushedAt: (when) => `gesendet ${when}`,
    noDrift: 'Keine',
    driftUnknown: 'Noch nicht bekannt',
    driftMore: (count) => `dort ${pieces(count)} mehr als hier`,
    driftLess: (count) => `dort ${pieces(count)} weniger als hier`,
    refusedWords: 'In den Worten von BigCommerce',
    offline: 'BigCommerce ist jetzt nicht erreichbar. Alle Arbeit hier geht weiter und geht danach von selbst hinaus.',
    notLinkedStore: 'Noch ist kein Shop verbunden. Der Bestand hier geht hinaus, sobald einer es ist.',
    toLinks: 'Sagen, welcher es ist',
  },

  floor: {
    label: 'Alarm, wenn eine Bestellung höchstens so viele übrig lässt',
    save: 'Speichern',
    saved: (floor) => `Alarm bei ${formatCount(floor)} oder weniger.`,
  },

  explain: {
    title: 'Diese Zahl erklären',
    addsUp: (count, onHand) =>
      count === 1
        ? `Die eine Bewegung ergibt ${formatCount(onHand)}.`
        : `Alle ${formatCount(count)} Bewegungen ergeben ${formatCount(onHand)}.`,
    doesNotAddUp: (onHand) =>
      `Die Bewegungen ergeben nicht ${formatCount(onHand)}. Nichts von Hand ändern; das Protokoll an den Support senden.`,
    putRight: (when, figure) =>
      `${when}: Die Zahl war ${formatCount(figure)} und stimmte nicht. Sie wurde aus ihren Bewegungen berichtigt.`,
    none: 'Noch hat ihn nichts bewegt.',
    list: 'Bewegungen, neueste zuerst',
    openSale: (receipt) => `Verkauf ${receipt} öffnen`,
    undo: (cause) => `Zurücknehmen: ${cause}`,
    by: (staff) => `durch ${staff}`,
  },

  work: {
    label: 'Arbeit an diesem Artikel',
    kinds: {
      count: 'Zählen',
      receive: 'Zugang',
      adjust: 'Korrigieren',
      damage: 'Beschädigt',
      transfer: 'Umlagern',
    },
    quantity: {
      count: 'Im Regal gezählt',
      receive: 'Stück, die kamen',
      adjust: 'Änderung, mit + oder −',
      damage: 'Stück, die nicht verkäuflich sind',
      transfer: 'Stück, die hinausgehen',
    },
    commit: {
      count: (quantity) => `Auf ${quantity} setzen`,
      receive: (quantity) => `Zugang ${quantity}`,
      adjust: (quantity) => `Um ${quantity} korrigieren`,
      damage: (quantity) => `${quantity} ausbuchen`,
      transfer: (quantity) => `${quantity} umlagern`,
    },
    reason: 'Grund',
    reasonOptional: 'Grund (freiwillig)',
    to: 'In Filiale',
    more: 'Eins mehr',
    fewer: 'Eins weniger',
    close: 'Schließen',
    becomes: (onHand, change) => `Der Bestand wird ${formatCount(onHand)} (${formatSigned(change)}).`,
    stays: (onHand) => `Der Bestand bleibt ${formatCount(onHand)}.`,
    needsQuantity: 'Die Anzahl als ganze Zahl eingeben.',
    needsMore: '1 oder mehr eingeben.',
    needsSigned: 'Eine ganze Zahl mit + oder − eingeben, nicht 0.',
    needsReason: 'Den Grund nennen, damit die Zahl später erklärbar ist.',
    scanHint: 'Scannen zählt eins dazu. Enter zeichnet auf, ↓ geht weiter.',
    scanned: (name, quantity) => `${name}: ${quantity}`,
    otherProduct: (name) =>
      `Das war „${name}“, und das wird hier nicht gezählt. Erst dies aufzeichnen, dann noch einmal scannen.`,
    unknownCode: (code) => `Kein Artikel hier hat den Code „${code}“.`,
    done: {
      count: (name, onHand) => `Gezählt: ${name}, Bestand ${formatCount(onHand)}.`,
      receive: (name, onHand) => `Zugang: ${name}, Bestand ${formatCount(onHand)}.`,
      adjust: (name, onHand) => `Korrigiert: ${name}, Bestand ${formatCount(onHand)}.`,
      damage: (name, onHand) => `Ausgebucht: ${name}, Bestand ${formatCount(onHand)}.`,
      transfer: (name, onHand) => `Umgelagert: ${name}, Bestand ${formatCount(onHand)}.`,
    },
    undone: (onHand) => `Zurückgenommen: Bestand ${formatCount(onHand)}.`,
  },
};
