/** What is searched for: without the space around it and without the `#` that people write before an order number. */
export const searched = (typed: string): string => typed.trim().replace(/^#(?=\d)/, '');
