/** How a code can mean a record. `codeOf` makes of what was scanned or typed what is bound; null where it is no such code. */
export interface CodeWay<By> {
  readonly by: By;
  readonly sql: string;
  readonly codeOf: (code: string) => string | null;
}

/** The order number that a code says, with `#` before it or without; null for every other code. */
export const orderOfCode = (code: string): string | null => /^#?(\d{1,15})$/.exec(code)?.[1] ?? null;
