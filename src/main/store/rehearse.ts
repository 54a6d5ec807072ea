import type { Writer } from './connection.ts';

class Undo extends Error {}

/** Does the work in a transaction that is never committed: what it would do is seen, and nothing was done. */
export const rehearse = <T>(db: Writer, work: () => T): T => {
  const results: T[] = [];
  try {
    db.transaction(() => {
      results.push(work());
      throw new Undo();
    });
  } catch (error) {
    if (!(error instanceof Undo)) throw error;
  }
  return results[0] as T;
};
