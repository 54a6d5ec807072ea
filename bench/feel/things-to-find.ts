import Database from 'better-sqlite3';
import { databaseOf } from '../subjects/import-orders.ts';

export interface SearchedWord {
  readonly word: string;
  /** The newest sale that has it. */
  readonly saleId: string;
}

export interface ThingsToFind {
  /** Of orders that wait, from all over their list. */
  readonly orders: readonly string[];
  /** Of sales from all over the shop. */
  readonly receipts: readonly string[];
  /** Whose newest sale is another than that of the word without its last letter, so that its answer can be told. */
  readonly words: readonly SearchedWord[];
}

const MOST = 200;

/** What may be scanned and searched for in the shop of `folder`, read from its database beside the app. */
export const thingsToFind = (folder: string): ThingsToFind => {
  const database = new Database(databaseOf(folder), { readonly: true });
  const strings = (sql: string): string[] => database.prepare(sql).pluck().all() as string[];
  const newest = database
    .prepare(
      `SELECT s.sale_id FROM sale_search CROSS JOIN sales s ON s.sale_key = (sale_search.rowid & 67108863)
        WHERE sale_search MATCH ? ORDER BY s.sold_at DESC, s.sale_key DESC LIMIT 1`,
    )
    .pluck();
  const newestWith = (word: string) => newest.get(`"${word}"*`) as string | undefined;
  const orders = strings(
    `SELECT CAST(s.order_id AS TEXT) FROM fulfillments f JOIN sales s ON s.sale_key = f.sale_key
      WHERE f.status = 'new' ORDER BY f.fulfillment_key * 7919 % 1009 LIMIT ${MOST}`,
  );
  const everyNth = Math.floor((database.prepare('SELECT max(sale_key) FROM sales').pluck().get() as number) / MOST);
  const some = `FROM sales WHERE sale_key % ${everyNth} = 1 AND order_id IS NOT NULL`;
  const receipts = strings(`SELECT receipt_number ${some}`);
  const names = strings(`SELECT customer_name ${some}`).flatMap((name) => name.match(/[a-z]{4,12}/gi) ?? []);
  const products = strings('SELECT name FROM products LIMIT 400').flatMap((name) => name.match(/[a-z]{4,12}/gi) ?? []);
  const numbers = receipts.map((receipt) => receipt.slice(1));
  const mixed = Array.from({ length: MOST }, (_, at) => [products, names, numbers].map((list) => list[at])).flat();
  const words = [...new Set(mixed.map((word) => word?.toLowerCase() ?? ''))].flatMap((word): SearchedWord[] => {
    const saleId = word.length < 4 ? undefined : newestWith(word);
    return saleId === undefined || saleId === newestWith(word.slice(0, -1)) ? [] : [{ word, saleId }];
  });
  database.close();
  return { orders, receipts, words };
};
