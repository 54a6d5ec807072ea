import { counted, formatCount } from '../format/count.ts';
import type { queueText } from '../text-queue.ts';
import type { Words } from '../text-shape.ts';

const changes = (count: number): string => counted(count, 'Änderung', 'Änderungen');

export const queueWords: Words<typeof queueText> = {
  title: 'Warteschlange',
  countMeaning: (waiting, asking) =>
    [
      ...(waiting > 0 ? [`${changes(waiting)} noch nicht gesendet`] : []),
      ...(asking > 0 ? [`${formatCount(asking)} zu entscheiden`] : []),
    ].join(', '),
  views: {
    label: 'Ansicht',
    unsent: 'Nicht gesendet',
    conflicts: 'Inzwischen geändert',
    held: 'Zurückgehalten',
    told: 'Mitgeteilt',
  },
  list: { unsent: 'Noch nicht gesendet, älteste zuerst', told: 'Was BigCommerce mitgeteilt wurde, neuestes zuerst' },
  empty: {
    unsent: 'Alles ist gesendet.',
    conflicts: 'Nichts zu entscheiden. Was BigCommerce ändert, während hier daran gearbeitet wird, kommt hierher.',
    held: 'Keine Bestellung ist zurückgehalten. Was nicht verstanden wird, bleibt hier ganz aufbewahrt.',
    told: 'BigCommerce wurde noch nichts mitgeteilt.',
  },
  states: {
    pending: 'Wartet',
    sending: 'Wird geprüft',
    parked: 'Braucht eine Entscheidung',
    sent: 'Gesendet',
    yielded: 'Nicht gesendet: Die Änderung von BigCommerce gilt',
    withdrawn: 'Hier zurückgenommen',
    discarded: 'Verworfen',
  },
  waits: {
    payment: 'Sie wartet, bis die Bestellung bezahlt ist.',
    hold: 'Sie wartet, bis die Bestellung nicht mehr gesperrt ist.',
    earlier_entry: 'Sie wartet auf eine frühere Änderung derselben Bestellung.',
  },
  order: (orderId) => `Bestellung #${orderId}`,
  made: (when) => `seit ${when}`,
  ended: (when) => `vom ${when}`,
  by: (name) => `durch ${name}`,
  attempts: (count) =>
    count === 0 ? 'Noch nicht versucht.' : count === 1 ? 'Einmal versucht.' : `${formatCount(count)} Mal versucht.`,
  nextTry: (pause) => `Nächster Versuch in ${pause}.`,
  nextTryNow: 'Nächster Versuch jetzt.',
  onceReached: 'Sie geht hinaus, sobald BigCommerce erreichbar ist.',
  notByItself: 'Sie wird nicht von selbst wieder versucht.',
  answer: 'Letzte Antwort',
  openOrder: (orderId) => `Bestellung #${orderId} öffnen`,
  openProduct: 'Artikel öffnen',
  sendAgain: 'Erneut senden',
  sendAgainNamed: (what) => `Erneut senden: ${what}`,
  sendAll: 'Alle senden',
  sendingAgain: 'Erneut gesendet: Die Antwort erscheint hier.',
  sendingAll: (count) =>
    count === 0
      ? 'Nichts war zurückgestellt: Alles geht hinaus, sobald es kann.'
      : `${changes(count)} erneut gesendet.`,
  discard: 'Verwerfen…',
  discardNamed: (what) => `Verwerfen: ${what}`,
  discardReason: 'Warum BigCommerce es nicht erfahren soll',
  discardCommit: 'Verwerfen',
  discarding: 'Wird verworfen…',
  discarded: 'Verworfen. BigCommerce erfährt es nicht.',
  needsReason: 'Den Grund nennen, damit es später erklärbar ist.',
  keep: 'Behalten',
  conflict: {
    kinds: {
      cancelled: 'Inzwischen storniert',
      refunded: 'Inzwischen erstattet',
      shipped_elsewhere: 'Inzwischen anderswo versandt',
      on_hold: 'Inzwischen gesperrt',
      lines_changed: 'Inzwischen geändert',
      gone: 'Nicht mehr bei BigCommerce',
    },
    label: (what, orderId) => `${what}: Bestellung #${orderId}`,
    ours: 'Diese Kasse',
    theirs: 'BigCommerce',
    seen: 'Gesehen',
    theirsStands: 'So lassen, wie BigCommerce es hat',
    oursGoes: 'BigCommerce trotzdem mitteilen',
    settled: {
      seen: 'Gesehen.',
      theirs: 'Die Änderung von BigCommerce gilt.',
      ours: 'BigCommerce wird es trotzdem mitgeteilt.',
    },
    more: (count) => `${formatCount(count)} weitere folgen, wenn diese beantwortet sind.`,
  },
  held: {
    since: (when) => `zurückgehalten seit ${when}`,
    meaning: 'Ganz aufbewahrt; kein Verkauf, bis sie verstanden wird.',
  },
  why: {
    label: 'Warum ist Bestellung … nicht hier?',
    placeholder: 'Bestellnummer',
    ask: 'Fragen',
    needsNumber: 'Die Nummer der Bestellung eingeben.',
  },
  writeBack: {
    title: 'Was BigCommerce erfährt',
    what: 'Jeder Schritt hier kann den Status der Bestellung bei BigCommerce ändern. Storniert, abgelehnt und erstattet werden nie von hier gesetzt.',
    packedDelivery: 'Wenn eine Lieferung gepackt ist',
    packedPickup: 'Wenn eine Abholung gepackt ist',
    shipment: 'Wenn ein Paket hinausgeht',
    shipmentOn: 'Eine Sendung anlegen, mit ihrer Sendungsnummer',
    handedOver: 'Wenn eine Bestellung übergeben wurde',
    nothing: 'Nichts mitteilen',
    usual: (label) => `${label} (üblich)`,
    saved: 'Gespeichert. Es gilt für alles, was ab jetzt getan wird.',
    save: 'Speichern',
    saving: 'Wird gespeichert…',
    unchanged: 'Nichts wurde geändert.',
    freshness: 'Zahlen gelten als alt nach',
    freshnessUnit: 'Minuten ohne Blick zu BigCommerce',
    freshnessMeaning: 'Nur auf diesem Gerät. Ältere werden gelb, und vor dem Übergeben wird einmal gefragt.',
    freshnessSaved: (minutes) => `Zahlen gelten nach ${formatCount(minutes)} min als alt.`,
  },
};
