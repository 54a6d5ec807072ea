import type { Contract } from '../../contract/contract.ts';
import type { FulfillmentRowView } from '../../contract/fulfillments.ts';
import type { OutputOf } from '../../contract/procedure.ts';
import type { Reader, SqlParams } from '../store/connection.ts';
import { type FulfillmentRow, fulfillmentSource, rowView, selectFulfillmentRow } from './fulfillment-row.ts';
import { pageOf, positionOf, searchPattern, where } from './paging.ts';

/** Which statuses a segment of the screen shows; `all` shows every one. */
const segments = { new: 'new', in_progress: 'picking', packed: 'packed', all: null } as const;

/** Which fulfillments a task shows; each has an index of its own. */
const tasks = {
  put_back: 'f.put_back > 0',
  shelf: "f.ready_at IS NOT NULL AND f.status = 'packed'",
  stuck: "f.stuck_reason IS NOT NULL AND f.status IN ('new', 'picking', 'packed')",
} as const;
type Task = keyof typeof tasks;

interface Filter {
  readonly type?: FulfillmentRowView['type'] | undefined;
  readonly search?: string | undefined;
  readonly orderId?: string | undefined;
}

/** Null when what was typed holds nothing that could be found. */
const conditionsOf = (filter: Filter): { conditions: (string | false)[]; params: SqlParams } | null => {
  const pattern = filter.search?.trim() ? searchPattern(filter.search) : undefined;
  if (pattern === null) return null;
  return {
    conditions: [
      filter.type !== undefined && 'f.type = :type',
      filter.orderId !== undefined && 's.order_id = :orderId',
      pattern !== undefined && 'f.sale_key IN (SELECT rowid FROM sale_search WHERE sale_search MATCH :pattern)',
    ],
    params: {
      ...(filter.type === undefined ? {} : { type: filter.type }),
      ...(filter.orderId === undefined ? {} : { orderId: Number(filter.orderId) }),
      ...(pattern === undefined ? {} : { pattern }),
    },
  };
};

interface ListInput extends Filter {
  readonly segment: keyof typeof segments;
  readonly task?: Task | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Open goods: those of a last one first, for the next order may find none, then the oldest, which wait longest (N6). */
const openOrder = {
  by: 'f.alarm DESC, f.placed_at, f.fulfillment_key',
  after: `(f.alarm < :afterLead OR
           f.alarm = :afterLead AND (f.placed_at, f.fulfillment_key) > (:afterValue, :afterKey))`,
} as const;

/** What has waited longest leads. */
const shelfOrder = {
  by: 'f.ready_at, f.fulfillment_key',
  after: '(f.ready_at, f.fulfillment_key) > (:afterValue, :afterKey)',
} as const;
const taskOrder = {
  by: 'f.placed_at, f.fulfillment_key',
  after: '(f.placed_at, f.fulfillment_key) > (:afterValue, :afterKey)',
} as const;

/** Everything together: newest first. */
const allOrder = {
  by: 'f.placed_at DESC, f.fulfillment_key DESC',
  after: '(f.placed_at, f.fulfillment_key) < (:afterValue, :afterKey)',
} as const;

export const listFulfillments = (db: Reader, input: ListInput): OutputOf<Contract['fulfillments.list']> => {
  const { segment, task, cursor, limit, ...filter } = input;
  const found = conditionsOf(filter);
  if (!found) return { rows: [], nextCursor: null };
  const status = segments[segment];
  const leads = task === undefined && status !== null;
  const order = orderOf(task, status);
  const after = cursor === undefined ? undefined : positionOf(cursor);
  const rows = db.all<FulfillmentRow>(
    `${selectFulfillmentRow}
     ${where([...found.conditions, task && tasks[task], status !== null && 'f.status = :status', after && order.after])}
     ORDER BY ${order.by} LIMIT :limit`,
    {
      ...found.params,
      ...(status === null ? {} : { status }),
      ...(after ? { afterValue: after.value, afterKey: after.key } : {}),
      ...(after && leads ? { afterLead: after.lead ?? 0 } : {}),
      limit: limit + 1,
    },
  );
  return pageOf(
    rows,
    limit,
    (row) => ({
      value: task === 'shelf' ? (row.readyAt ?? 0) : row.placedAt,
      key: row.fulfillmentKey,
      lead: leads ? row.alarm : undefined,
    }),
    (row) => rowView(db, row),
  );
};

const orderOf = (task: Task | undefined, status: string | null) => {
  if (task !== undefined) return task === 'shelf' ? shelfOrder : taskOrder;
  return status === null ? allOrder : openOrder;
};

export const countTasks = (db: Reader): OutputOf<Contract['fulfillments.tasks']> => {
  const count = (task: Task) =>
    db.get<{ count: number }>(`SELECT count(*) AS count FROM fulfillments f WHERE ${tasks[task]}`)?.count ?? 0;
  return { put_back: count('put_back'), shelf: count('shelf'), stuck: count('stuck') };
};

export const countFulfillments = (db: Reader, filter: Filter): OutputOf<Contract['fulfillments.counts']> => {
  const found = conditionsOf(filter);
  const rows = found
    ? db.all<{ status: string; count: number }>(
        `SELECT f.status, count(*) AS count ${fulfillmentSource} ${where(found.conditions)} GROUP BY f.status`,
        found.params,
      )
    : [];
  const of = (status: string) => rows.find((row) => row.status === status)?.count ?? 0;
  return {
    new: of('new'),
    in_progress: of('picking'),
    packed: of('packed'),
    all: rows.reduce((sum, row) => sum + row.count, 0),
  };
};
