import type { settingsText } from '../text-settings.ts';
import type { Words } from '../text-shape.ts';

export const settingsWords: Words<typeof settingsText> = {
  title: 'Einstellungen',
  sections: 'Abschnitte der Einstellungen',
  groups: { shop: 'Laden', bigcommerce: 'BigCommerce', machine: 'Dieses Gerät', records: 'Aufzeichnungen' },
};
