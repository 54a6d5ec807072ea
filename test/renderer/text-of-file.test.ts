import { describe, expect, test } from 'vitest';
import { textOfFile } from '../../src/renderer/state/csv-opening.ts';

describe('the text of a file', () => {
  const text = 'sku,quantity,name\nCAFÉ,3,Café crème';

  test('is read as spreadsheets write it: UTF-8, UTF-16, or as Windows does', () => {
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(Uint16Array.from(text, (c) => c.charCodeAt(0)).buffer),
    ]);
    const windows = Uint8Array.from(text, (character) => character.charCodeAt(0));
    for (const bytes of [new TextEncoder().encode(text), utf16, windows]) expect(textOfFile(bytes)).toBe(text);
  });

  test('is none where the file is no text', () => {
    expect(textOfFile(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))).toBeNull();
  });
});
