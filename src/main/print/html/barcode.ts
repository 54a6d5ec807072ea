import { raw } from 'hono/html';
import { type Html, html } from './tag.ts';

/** What a Code 128 can say so that a scanner still reads it from paper. */
const printable = /^[\x21-\x7e]{1,40}$/;

export const isBarcode = (code: string): boolean => printable.test(code);

/** Draws a code as a picture that scales; nothing where it cannot be one. */
export type DrawBarcode = (code: string) => Html | null;

let drawing: Promise<DrawBarcode> | undefined;

/** The library takes longer to load than all the rest of a page: only who prints waits for it. */
export const barcodes = (): Promise<DrawBarcode> => {
  drawing ??= import('bwip-js/node').then(
    ({ toSVG }) =>
      (code) =>
        isBarcode(code)
          ? html`<span class="barcode" role="img" aria-label="${code}">${raw(
              toSVG({ bcid: 'code128', text: code, height: 10, scale: 2, paddingwidth: 10 }),
            )}<small>${code}</small></span>`
          : null,
  );
  return drawing;
};
