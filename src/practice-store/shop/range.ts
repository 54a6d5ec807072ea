/** One product of the shop's range: name, SKU, price, and which choice it is sold in (empty: none). */
export type RangeRow = readonly [name: string, sku: string, price: string, choice: string];

interface Choice {
  readonly name: string;
  readonly labels: readonly string[];
}

/** What a shopper chooses between; each label becomes a variant with its own SKU. */
export const choices: Readonly<Record<string, Choice>> = {
  size: { name: 'Size', labels: ['S', 'M', 'L', 'XL'] },
  shoe: { name: 'Size', labels: ['38', '40', '42', '44'] },
  foot: { name: 'Size', labels: ['36-38', '39-41', '42-45'] },
  length: { name: 'Length', labels: ['Regular', 'Long'] },
  colour: { name: 'Colour', labels: ['Moss', 'Slate', 'Rust'] },
  cloth: { name: 'Colour', labels: ['Sand', 'Forest'] },
  glaze: { name: 'Glaze', labels: ['Chalk', 'Indigo', 'Ochre'] },
  linen: { name: 'Colour', labels: ['Natural', 'Ink', 'Sage'] },
  wool: { name: 'Colour', labels: ['Oat', 'Charcoal'] },
  pot: { name: 'Size', labels: ['14 cm', '20 cm', '28 cm'] },
  scent: { name: 'Scent', labels: ['Lavender', 'Rosemary'] },
};

/** Sold as a download. */
export const downloads: readonly RangeRow[] = [
  ['Trail Map, Northern Lakes (PDF)', 'DIG-MAPNL', '8.00', ''],
  ['Trail Map, Coast Path (PDF)', 'DIG-MAPCP', '8.00', ''],
  ['Knitting Pattern, Herringbone Throw', 'DIG-KNIT', '6.50', ''],
  ['Campfire Cooking (E-Book)', 'DIG-COOK', '14.90', ''],
];

/** A box of other products: the shopper pays for the box, the shelf loses its parts. */
export const bundles: readonly RangeRow[] = [
  ['Camp Kitchen Box', 'BOX-KITCHEN', '129.00', ''],
  ['Coffee Lover’s Box', 'BOX-COFFEE', '119.00', ''],
  ['First Night Out Box', 'BOX-NIGHT', '399.00', ''],
];

/** The SKUs inside each bundle. */
export const bundleParts: Readonly<Record<string, readonly string[]>> = {
  'BOX-KITCHEN': ['KIT-STOVE', 'KIT-POT2', 'KIT-SPORK'],
  'BOX-COFFEE': ['COF-GRND', 'COF-FILT', 'COF-BLEND'],
  'BOX-NIGHT': ['TEN-RDG2', 'SLP-MAT5', 'LGT-HEAD', 'KIT-MUG45'],
};
