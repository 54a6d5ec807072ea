import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';

export type Row = (string | number | bigint | Uint8Array | null)[];

/** The rows that a page of orders ended as: per table the statement that inserts one, and the rows. */
export type PageRows = readonly { readonly sql: string; readonly rows: readonly Row[] }[];

const rowFile = (folder: string, page: number): string => join(folder, `rows-${page}`);

export const writeRows = (folder: string, page: number, rows: PageRows): void =>
  writeFileSync(rowFile(folder, page), serialize(rows));

export const readRows = (folder: string, page: number): PageRows => deserialize(readFileSync(rowFile(folder, page)));
