import { type UpdateStockBehavior, updateStockBehaviors } from '../domain/update-stock-behavior.ts';
import type { Reader, Writer } from './connection.ts';
import { readSetting, writeSetting } from './settings.ts';

export interface StockBehavior {
  /** Null where the store does not tell. */
  readonly updateStockBehavior: UpdateStockBehavior | null;
  /** When it was read, UTC ms. */
  readonly readAt: number;
}

const nameOf = (linkKey: number): string => `stock_behavior:${linkKey}`;

export const noteStockBehavior = (db: Writer, linkKey: number, behavior: StockBehavior): void =>
  writeSetting(db, nameOf(linkKey), behavior);

/** What a link's store said last of how it counts its stock; undefined while it was never asked. */
export const stockBehavior = (db: Reader, linkKey: number): StockBehavior | undefined => {
  const kept = readSetting(db, nameOf(linkKey));
  if (typeof kept !== 'object' || kept === null) return undefined;
  const readAt: unknown = Reflect.get(kept, 'readAt');
  const told: unknown = Reflect.get(kept, 'updateStockBehavior');
  if (typeof readAt !== 'number') return undefined;
  return { updateStockBehavior: updateStockBehaviors.find((each) => each === told) ?? null, readAt };
};
