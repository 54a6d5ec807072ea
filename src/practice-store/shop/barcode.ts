/**
 * The EAN-13 on an article: a number of a shop's own (they begin with 2) with its check digit, so that a scanner reads it.
 * Empty for what is not in the catalogue.
 */
export const barcodeOf = (variantId: number): string => {
  if (variantId === 0) return '';
  const digits = `20${String(variantId).padStart(10, '0')}`;
  const sum = [...digits].reduce((total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 1 : 3), 0);
  return digits + String((10 - (sum % 10)) % 10);
};
