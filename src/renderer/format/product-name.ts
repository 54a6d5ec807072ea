/** How a product is called: by its name, or by its SKU where it has none. */
export const productName = ({ name, sku }: { readonly name: string; readonly sku: string }): string =>
  name === '' ? sku : name;
