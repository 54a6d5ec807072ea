import { html as tagged } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

export type Html = HtmlEscapedString;
type Part = string | number | null | Html | readonly Html[];

/** A piece of a page; every text put into it is escaped, and only what this function made is not. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html => {
  const made = tagged(strings, ...parts);
  if (made instanceof Promise) throw new TypeError('A page is made of what is there.');
  return made;
};
