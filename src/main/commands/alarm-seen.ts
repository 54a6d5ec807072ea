import type { Writer } from '../store/connection.ts';
import { markAlarmsSeen } from '../store/stock-alarms.ts';

/**
 * Somebody has seen an alarm, or all of them: they leave the list. The fulfillment leads the pick queue until it is done.
 * An alarm that another window has taken off the list already is no fault.
 */
export const alarmSeen = (db: Writer, now: number, { alarmId }: { readonly alarmId?: string | undefined }): void =>
  markAlarmsSeen(db, alarmId ?? null, now);
