import { counted } from '../format/count.ts';
import type { privacyText } from '../text-privacy.ts';
import type { Words } from '../text-shape.ts';

export const privacyWords: Words<typeof privacyText> = {
  title: 'Personenbezogene Daten',
  what: 'Namen, Anschriften, E-Mails und Telefonnummern von Verkäufen, die bezahlt und übergeben oder storniert sind, werden hier nach einer Zeit entfernt. Positionen, Geld, Bestand und Daten bleiben. BigCommerce behält, was es hat. Zurücknehmen lässt es sich nicht.',
  label: 'Entfernen nach',
  never: 'Nie',
  months: (months) => counted(months, 'Monat', 'Monaten'),
  beginsAt: (when) => `Es beginnt am ${when}, wenn vorher nichts anderes gespeichert wird.`,
  lastRun: (when) => `Zuletzt durchgesehen: ${when}.`,
  removed: (count) => `Bisher aus ${counted(count, 'Verkauf', 'Verkäufen')} entfernt.`,
  copies: 'Frühere Kopien enthalten sie noch: tägliche verschwinden nach drei Tagen, andere löschen Sie selbst.',
  save: 'Speichern',
  saving: 'Wird gespeichert…',
  saved: 'Gespeichert.',
  unchanged: 'So ist es schon.',
  now: 'Jetzt entfernen, was älter ist',
  removing: 'Wird entfernt…',
  done: (count) => (count === 0 ? 'Nichts war alt genug.' : `Aus ${counted(count, 'Verkauf', 'Verkäufen')} entfernt.`),
  stopped: (count) =>
    `Angehalten. Was aus ${counted(count, 'Verkauf', 'Verkäufen')} entfernt ist, bleibt entfernt; alles Übrige ist unverändert, bis zum nächsten Durchgang.`,
};
