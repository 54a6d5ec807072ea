import { lastOnes } from '../domain/last-one.ts';
import type { Writer } from '../store/connection.ts';
import { floorsOf, leadPickQueue, type RaisedAlarm, raiseAlarm } from '../store/stock-alarms.ts';
import type { StockChange } from '../store/stock-ledger.ts';
import type { ImportContext } from './import-context.ts';

/**
 * Says which products the orders of a page took to their floor or below, each order for itself, and lets these lead the
 * pick queue (N6). Belongs into the transaction that moved the stock.
 *
 * Only of the bound outlet (R85), and only where on hand is known: a figure that nobody counted says nothing about the
 * shelf. An order of which nothing is left to hand over gives none, so a first pull's history stays silent.
 */
export const raiseAlarms = (
  db: Writer,
  { binding, identity, now }: ImportContext,
  changes: readonly StockChange[],
): RaisedAlarm[] => {
  const counted = changes.filter((change) => change.knownSince !== null && change.outletKey === binding.outletKey);
  if (counted.length === 0) return [];
  const floors = floorsOf(
    db,
    counted.map((change) => change.productKey),
  );
  return counted.flatMap(({ outletKey, productKey, before, movements }) => {
    const floor = floors.get(productKey) ?? 0;
    return lastOnes(before, floor, movements).flatMap(({ saleKey, onHand }) => {
      if (!leadPickQueue(db, saleKey, productKey)) return [];
      const alarm = { alarmId: identity.next(), outletKey, productKey, saleKey, onHand, floor, raisedAt: now };
      return raiseAlarm(db, alarm) ?? [];
    });
  });
};
