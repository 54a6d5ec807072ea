import type { FulfillmentRowView } from '../../../contract/fulfillments.ts';

/** How long a pickup waits for its customer before it is asked whether it goes back to stock (N7). */
export const returnAfterDays = 7;

const dayMs = 24 * 60 * 60 * 1000;

/** Whole days that a ready pickup has waited; null where none waits. */
export const daysWaiting = ({ readyAt }: Pick<FulfillmentRowView, 'readyAt'>, now: number): number | null =>
  readyAt === null ? null : Math.max(0, Math.floor((now - Date.parse(readyAt)) / dayMs));
