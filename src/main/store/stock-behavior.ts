import type { Reader, Writer } from './connection.ts';
import { readSetting, writeSetting } from './settings.ts';

/** What a link's store says about its stock, as last read (bigcommerce.md §9.1). */
export interface StockBehavior {
  /** When the web shop takes its own sales off its stock; null where the store does not tell. */
  readonly updateStockBehavior: string | null;
  /** UTC ms. */
  readonly readAt: number;
}

const nameOf = (linkKey: number): string => `stock_behavior:${linkKey}`;

export const noteStockBehavior = (db: Writer, linkKey: number, behavior: StockBehavior): void =>
  writeSetting(db, nameOf(linkKey), behavior);

/** Undefined while it was never read. */
export const stockBehavior = (db: Reader, linkKey: number): StockBehavior | undefined => {
  const kept = readSetting(db, nameOf(linkKey));
  return isStockBehavior(kept) ? kept : undefined;
};

const isStockBehavior = (value: unknown): value is StockBehavior => {
  if (typeof value !== 'object' || value === null) return false;
  const behavior: unknown = Reflect.get(value, 'updateStockBehavior');
  return typeof Reflect.get(value, 'readAt') === 'number' && (behavior === null || typeof behavior === 'string');
};
