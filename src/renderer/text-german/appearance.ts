import type { appearanceText } from '../text-appearance.ts';
import type { Words } from '../text-shape.ts';

export const appearanceWords: Words<typeof appearanceText> = {
  title: 'Darstellung',
  what: 'Gilt nur auf diesem Gerät.',
  system: 'Wie das System',
  language: 'Sprache',
  languageMeaning:
    'Was BigCommerce, das Buch und gedrucktes Papier sagen, bleibt englisch. Die Ansichten werden neu geladen; nichts geht verloren.',
  theme: 'Hell oder dunkel',
  themes: { light: 'Hell', dark: 'Dunkel' },
};
