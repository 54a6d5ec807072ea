import { counted } from '../format/count.ts';
import type { auditText } from '../text-audit.ts';
import type { Words } from '../text-shape.ts';

export const auditWords: Words<typeof auditText> = {
  title: 'Protokoll',
  what: 'Was die Leitung getan hat, und was dazu gehört. Nichts davon lässt sich ändern oder löschen.',
  list: 'Einträge, neueste zuerst',
  search: 'Suchen: wer, was, woran',
  kind: 'Was',
  from: 'Von',
  to: 'Bis',
  clear: 'Leeren',
  export: 'Exportieren',
  entries: (count) => counted(count, 'Eintrag', 'Einträge'),
  nobody: 'niemand angemeldet',
  none: 'nichts',
  yes: 'ja',
  no: 'nein',
  before: 'Vorher',
  after: 'Nachher',
  empty: 'Noch nichts aufgezeichnet. Verbinden eines Shops, PINs, übernommener Bestand und Ähnliches stehen dann hier.',
  nothingMatches: 'Kein Eintrag passt.',
};
