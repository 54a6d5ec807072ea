import type { csvText } from '../text-csv.ts';
import type { Words } from '../text-shape.ts';

export const csvWords: Words<typeof csvText> = {
  label: 'Wird als CSV gesichert',
  of: (done, total) => `${done} von ${total}`,
  soFar: (done) => `bisher ${done}`,
  cancel: 'Abbrechen',
  cancelled: 'Abgebrochen; keine Datei wurde gesichert.',
  stopped: (why) => `Keine Datei wurde gesichert. ${why}`,
  saved: (file, rows) => `${file} gesichert: ${rows}.`,
};
