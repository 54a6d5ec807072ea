import fc from 'fast-check';

/** A field that is not there at all. */
export const missing = Symbol('missing');

export const megabyte = 'w\u00e9 '.repeat(350_000);

/** As JSON has it: a property of its own, which an object written out here could not have. */
const prototypeNames: unknown = JSON.parse(
  '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"toString":1,"hasOwnProperty":null}',
);

export const hostileTexts: readonly string[] = [
  '',
  ' ',
  'NaN',
  'Infinity',
  '-0',
  '1e5',
  '0x10',
  '12,50',
  '1.23456',
  '-99999999.9999',
  '9007199254740993',
  '999999999999999999999999',
  '9223372036854775807',
  '__proto__',
  'constructor',
  'toString',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '\u202egnp.exe\u202c\u200f\u2066',
  'a\u0000b',
  '\u0007\u001b[31m\r\n\t',
  '\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67 \ufffd',
  '\ud800 half a letter',
  "'; DROP TABLE sales; --",
  '" OR NEAR(* {a b} ^x -y',
  '{{7*7}} %s %n',
  '+275760-09-13T00:00:00.000Z',
  'Sat, 01 Jan 12000 00:00:00 +0000',
  '-000001-01-01T00:00:00Z',
  '2026-13-45',
  'Thu, 01 Jan 1970 00:00:00 +0000',
];

/** Everything that a field may hold which nobody meant to send. NaN becomes null on its way through JSON. */
export const hostileValues: readonly unknown[] = [
  missing,
  null,
  true,
  false,
  0,
  -1,
  7,
  1.5,
  0.1 + 0.2,
  5e-324,
  1e21,
  1e308,
  -1e308,
  2 ** 53,
  2 ** 53 - 1,
  1 - 2 ** 53,
  2 ** 63,
  2 ** 31,
  [],
  [null],
  [[]],
  ['text'],
  [{}],
  {},
  { url: 'https://elsewhere.invalid/' },
  { url: 7 },
  { 0: 'zero', length: 3 },
  prototypeNames,
  [prototypeNames],
  ...hostileTexts,
];

/** The same and whatever else JSON can say. */
export const anyHostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...hostileValues) },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.double({ noNaN: true }) },
);
