import type { Connection } from './connection.ts';
import { ordersBecomeSales } from './migrations/0001-orders-become-sales.ts';
import { stockKeptHere } from './migrations/0002-stock-kept-here.ts';
import { bigcommerceStock } from './migrations/0003-bigcommerce-stock.ts';
import { lastOneAlarms } from './migrations/0004-last-one-alarms.ts';
import { proofs } from './migrations/0005-proofs.ts';
import { auditLog } from './migrations/0006-audit-log.ts';
import { staffAndPins } from './migrations/0007-staff.ts';
import { importOfHistory } from './migrations/0008-import-of-history.ts';
import { fulfilmentWork } from './migrations/0009-fulfilment-work.ts';
import { tills } from './migrations/0010-tills.ts';
import { prints } from './migrations/0011-prints.ts';
import { countsAndSearch } from './migrations/0012-counts-and-search.ts';
import { unlinking } from './migrations/0013-unlinking.ts';
import { evidence } from './migrations/0014-evidence.ts';
import { removalOfPersonalData } from './migrations/0015-removal-of-personal-data.ts';
import { customerSearch } from './migrations/0016-customer-search.ts';
import { wordsOfFulfillments } from './migrations/0017-words-of-fulfillments.ts';
import { localeOfAnOutlet } from './migrations/0018-locale-of-an-outlet.ts';
import { productSearch } from './migrations/0019-product-search.ts';
import { committedStock } from './migrations/0020-committed-stock.ts';

/** In order; the position + 1 is the schema's version. A landed migration never changes. */
const migrations: readonly string[] = [
  ordersBecomeSales,
  stockKeptHere,
  bigcommerceStock,
  lastOneAlarms,
  proofs,
  auditLog,
  staffAndPins,
  importOfHistory,
  fulfilmentWork,
  tills,
  prints,
  countsAndSearch,
  unlinking,
  evidence,
  removalOfPersonalData,
  customerSearch,
  wordsOfFulfillments,
  localeOfAnOutlet,
  productSearch,
  committedStock,
];

export const schemaVersion = migrations.length;

/**
 * Brings a database to the newest schema, or to an earlier one for a test of what follows; each step in a transaction of its own.
 * Returns `newer` and changes nothing when the file was written by a newer version of the app.
 */
export const migrate = (connection: Connection, to: number = schemaVersion): 'ready' | 'newer' => {
  const found = Number(connection.pragma('user_version'));
  if (found > schemaVersion) return 'newer';
  for (let version = found + 1; version <= to; version++) {
    connection.transaction(() => {
      connection.execute(migrations[version - 1] ?? '');
      connection.execute(`PRAGMA user_version = ${version}`);
    });
  }
  return 'ready';
};
