import { html as tagged } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { plain } from '../plain.ts';

export type Html = HtmlEscapedString;
type Part = string | number | null | Html | readonly Html[];

/** No text of a page is longer. */
const mostLetters = 1_000;

/** A piece of a page; every text put into it is made plain and escaped, and only what this function made is not. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html => {
  const made = tagged(strings, ...parts.map((part) => (typeof part === 'string' ? plain(part, mostLetters) : part)));
  if (made instanceof Promise) throw new TypeError('A page is made of what is there.');
  return made;
};
