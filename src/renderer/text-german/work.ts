import { formatCount } from '../format/count.ts';
import type { Words } from '../text-shape.ts';
import type { workText } from '../text-work.ts';

const units = {
  bytes: 'MB',
  orders: 'Bestellungen',
  products: 'Artikel',
  sales: 'Verkäufe',
  answers: 'Antworten',
} as const;
const ofUnits = { ...units, products: 'Artikeln', sales: 'Verkäufen' } as const;

export const workWords: Words<typeof workText> = {
  doing: {
    copying: 'Wird kopiert, während die Arbeit weitergeht',
    checking: 'Die Kopie wird durchgelesen',
    reading: 'Die Kopie wird durchgelesen',
    restoring: 'Wird bereitgestellt',
    examining: 'Die Daten des Ladens werden durchgesehen',
    pulling: 'Erst kommt herein, was seither war',
    catalogue: 'Der Katalog von BigCommerce wird gelesen',
    levels: 'Die Bestände von BigCommerce werden gelesen',
    comparing: 'Bestellungen werden verglichen',
    removing: 'Personendaten werden entfernt',
    asking: 'Der Shop wird gefragt, was dieser Schlüssel darf',
  },
  figure: (done, total, counts) => {
    if (done === null) return '';
    const format = (count: number) => formatCount(counts === 'bytes' ? Math.round(count / 1e6) : count);
    return total === null
      ? `${format(done)} ${units[counts]}`
      : `${format(done)} von ${format(total)} ${ofUnits[counts]}`;
  },
  stop: 'Anhalten',
  stopping: 'Wird angehalten…',
};
