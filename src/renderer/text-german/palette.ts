import type { paletteText } from '../text-palette.ts';
import type { Words } from '../text-shape.ts';

export const paletteWords: Words<typeof paletteText> = {
  title: 'Befehle',
  search: 'Eintippen, was zu tun ist',
  list: 'Was jetzt möglich ist',
  groups: { record: 'Dieser Datensatz', list: 'Diese Ansicht', go: 'Gehe zu', window: 'Dieses Fenster' },
  nothing: (typed) => `Nichts heißt „${typed}“.`,
  language: (name) => `Sprache: ${name}`,
  theme: (name) => `Darstellung: ${name}`,
};
