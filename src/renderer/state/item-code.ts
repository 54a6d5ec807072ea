/** EAN-8, UPC-A, EAN-13 and GTIN-14 write the same number with more or fewer zeros before it. */
const articleNumber = /^\d{8,14}$/;

const plain = (code: string): string => {
  const folded = code.trim().toLowerCase();
  return articleNumber.test(folded) ? folded.replace(/^0+/, '') : folded;
};

/** Whether a scanned code means the article that has this SKU and this barcode; either may be empty. */
export const isCodeOf = (code: string, article: { readonly sku: string; readonly barcode: string }): boolean => {
  const scanned = plain(code);
  return scanned !== '' && (plain(article.sku) === scanned || plain(article.barcode) === scanned);
};
