import type { Contract } from '../../contract/contract.ts';
import type { FulfillmentRowView } from '../../contract/fulfillments.ts';
import type { OutputOf } from '../../contract/procedure.ts';
import type { Reader, SqlParams } from '../store/connection.ts';
import { fulfillmentCounts } from '../store/fulfillment-counts.ts';
import {
  type FulfillmentRow,
  fulfillmentColumns,
  fulfillmentSource,
  rowViews,
  selectFulfillmentRow,
} from './fulfillment-row.ts';
import { countFound, hasWords, newestFound, openStatuses } from './fulfillment-search.ts';
import { pageOfAll, positionOf, searchPattern, where } from './paging.ts';

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

interface Question {
  readonly conditions: readonly (string | false)[];
  readonly params: SqlParams;
  /** Whether words were typed: `:pattern`, which no condition names yet. */
  readonly hasWords: boolean;
}

/** Null when what was typed holds nothing that could be found. */
const questionOf = (filter: Filter): Question | null => {
  const pattern = filter.search?.trim() ? searchPattern(filter.search) : undefined;
  if (pattern === null) return null;
  return {
    conditions: [
      filter.type !== undefined && 'f.type = :type',
      filter.orderId !== undefined && 's.order_id = :orderId',
    ],
    params: {
      ...(filter.type === undefined ? {} : { type: filter.type }),
      ...(filter.orderId === undefined ? {} : { orderId: Number(filter.orderId) }),
      ...(pattern === undefined ? {} : { pattern }),
    },
    hasWords: pattern !== undefined,
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
  const question = questionOf(filter);
  if (!question) return { rows: [], nextCursor: null };
  const status = segments[segment];
  const leads = task === undefined && status !== null;
  const order = orderOf(task, status);
  const after = cursor === undefined ? undefined : positionOf(cursor);
  const conditions = [
    ...question.conditions,
    task && tasks[task],
    status !== null && 'f.status = :status',
    after && order.after,
  ];
  const params = {
    ...question.params,
    ...(status === null ? {} : { status }),
    ...(after ? { afterValue: after.value, afterKey: after.key } : {}),
    ...(after && leads ? { afterLead: after.lead ?? 0 } : {}),
  };
  const rows =
    question.hasWords && order === allOrder
      ? newestFound<FulfillmentRow>(db, fulfillmentColumns, { conditions, params, after, most: limit + 1 })
      : db.all<FulfillmentRow>(
          `${selectFulfillmentRow}
           ${where([...conditions, question.hasWords && hasWords(db, statusesOf(task, status))])}
           ORDER BY ${order.by} LIMIT :limit`,
          { ...params, limit: limit + 1 },
        );
  return pageOfAll(
    rows,
    limit,
    (row) => ({
      value: task === 'shelf' ? (row.readyAt ?? 0) : row.placedAt,
      key: row.fulfillmentKey,
      lead: leads ? row.alarm : undefined,
    }),
    (shown) => rowViews(db, shown),
  );
};

const orderOf = (task: Task | undefined, status: string | null) => {
  if (task !== undefined) return task === 'shelf' ? shelfOrder : taskOrder;
  return status === null ? allOrder : openOrder;
};

/** The statuses that fulfillments in a list can have; none where they can have any. */
const statusesOf = (task: Task | undefined, status: string | null): readonly string[] => {
  if (status !== null) return [status];
  return task === undefined || task === 'put_back' ? [] : openStatuses;
};

export const countTasks = (db: Reader): OutputOf<Contract['fulfillments.tasks']> => {
  const count = (task: Task) =>
    db.get<{ count: number }>(`SELECT count(*) AS count FROM fulfillments f WHERE ${tasks[task]}`)?.count ?? 0;
  return { put_back: count('put_back'), shelf: count('shelf'), stuck: count('stuck') };
};

/** How many there are of each segment: counted already, but where words or an order narrow them. */
export const countFulfillments = (db: Reader, filter: Filter): OutputOf<Contract['fulfillments.counts']> => {
  const question = questionOf(filter);
  if (!question) return countsOf([]);
  if (!question.hasWords && filter.orderId === undefined) {
    return countsOf(fulfillmentCounts(db).filter(({ type }) => filter.type === undefined || type === filter.type));
  }
  const counts = countsOf(
    db.all<StatusCount>(
      `SELECT f.status, count(*) AS count ${fulfillmentSource}
       ${where([...question.conditions, question.hasWords && openWithWords(db)])} GROUP BY f.status`,
      question.params,
    ),
  );
  return question.hasWords ? { ...counts, ...countFound(db, question) } : counts;
};

interface StatusCount {
  readonly status: string;
  readonly count: number;
}

const countsOf = (rows: readonly StatusCount[]) => {
  const of = (wanted: (status: string) => boolean) =>
    rows.reduce((sum, { status, count }) => (wanted(status) ? sum + count : sum), 0);
  return {
    new: of((status) => status === 'new'),
    in_progress: of((status) => status === 'picking'),
    packed: of((status) => status === 'packed'),
    all: of(() => true),
    isMore: false,
  };
};

const openWithWords = (db: Reader): string =>
  `f.status IN (${openStatuses.map((status) => `'${status}'`).join(', ')}) AND ${hasWords(db, openStatuses)}`;
