import { join } from 'node:path';
import PouchDB from 'pouchdb';
import { rowsOf } from './order-rows.mjs';
import { runPeer } from './run-peer.mjs';

/** One `bulkDocs` a page; an order is a document with its lines and payments in it. */
await runPeer((work) => {
  const db = new PouchDB(join(work, 'pouchdb'));
  return {
    savePage: async (orders) => {
      const documents = orders.map((order) => {
        const { sale, lines, payments } = rowsOf(order);
        return { ...sale, _id: sale.id, lines, payments };
      });
      const answers = await db.bulkDocs(documents);
      const refused = answers.find((answer) => answer.error);
      if (refused) throw new Error(`PouchDB refused an order: ${refused.message}`);
    },
    close: () => db.close(),
  };
});
