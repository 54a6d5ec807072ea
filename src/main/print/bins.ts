const inOrder = new Intl.Collator('en', { numeric: true });

interface InBin {
  readonly bin: string;
  readonly sku: string;
  readonly name: string;
}

/** As one walks: A2 before A10, and what has no bin at the end, where somebody has to look for it. */
export const byBin = (one: InBin, other: InBin): number =>
  Number(one.bin === '') - Number(other.bin === '') ||
  inOrder.compare(one.bin, other.bin) ||
  inOrder.compare(one.sku, other.sku) ||
  inOrder.compare(one.name, other.name);
