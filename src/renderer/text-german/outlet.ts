import type { dayText, outletText } from '../text-outlet.ts';
import type { Words } from '../text-shape.ts';

export const outletWords: Words<typeof outletText> = {
  title: 'Filialen',
  what: 'Tage, Zahlen und Geld stehen so da, wie die Filiale sie schreibt: in ihren Ansichten und auf ihrem Papier. Die Wörter bleiben in der Sprache jedes Geräts, und eine CSV-Datei bleibt, wie Tabellen und Programme sie lesen.',
  none: 'Es gibt noch keine Filiale. Sie entsteht, wenn ein Shop verbunden wird.',
  link: 'Einen Shop verbinden',
  timeZone: 'Zeitzone',
  currency: 'Währung',
  registers: 'Kassen',
  here: 'Diese Kasse arbeitet hier',
  locale: 'Tage, Zahlen, Geld',
  asMachine: 'Wie jedes Gerät selbst schreibt',
  thisMachine: (name) => `Dieses Gerät: ${name}.`,
  sample: (sample) => `Zum Beispiel ${sample}`,
  change: 'Ändern',
  save: 'Speichern',
  saving: 'Wird gespeichert…',
  saved: (outlet, sample) => `${outlet} schreibt ${sample}.`,
};

export const dayWords: Words<typeof dayText> = {
  calendar: (label) => `Kalender: ${label}`,
  notADay: (example) => `Ein Tag, etwa ${example}.`,
};
