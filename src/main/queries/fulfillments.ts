import type { Contract } from '../../contract/contract.ts';
import type { FulfillmentRowView } from '../../contract/fulfillments.ts';
import type { OutputOf } from '../../contract/procedure.ts';
import type { Reader, SqlParams } from '../store/connection.ts';
import { fulfillmentCounts } from '../store/fulfillment-counts.ts';
import { type FulfillmentRow, fulfillmentColumns, fulfillmentsInOrder, rowViews } from './fulfillment-row.ts';
import {
  countFound,
  hasWords,
  newestFound,
  openOnes,
  type SomeFulfillments,
  saleHasWords,
} from './fulfillment-search.ts';
import { pageOfAll, positionOf, searchPattern, where } from './paging.ts';

/** Which statuses a segment of the screen shows; `all` shows every one. */
const segments = { new: 'new', in_progress: 'picking', packed: 'packed', all: null } as const;

/** Which fulfillments a task shows; each has an index of its own. */
const tasks = {
  put_back: { index: 'fulfillments_to_put_back', are: (f) => `${f}.put_back > 0` },
  shelf: { index: 'fulfillments_on_shelf', are: (f) => `${f}.ready_at IS NOT NULL AND ${f}.status = 'packed'` },
  stuck: { index: 'fulfillments_stuck', are: (f) => `${f}.stuck_reason IS NOT NULL AND ${openOnes.are(f)}` },
} as const satisfies Readonly<Record<string, SomeFulfillments>>;
type Task = keyof typeof tasks;

interface Filter {
  readonly type?: FulfillmentRowView['type'] | undefined;
  readonly search?: string | undefined;
  readonly orderId?: string | undefined;
}

interface Question {
  readonly params: SqlParams;
  /** Whether words were typed: `:pattern`, which no condition names yet. */
  readonly hasWords: boolean;
}

/** Null when what was typed holds nothing that could be found. */
const questionOf = ({ type, search, orderId }: Filter): Question | null => {
  const pattern = search?.trim() ? searchPattern(search) : undefined;
  if (pattern === null) return null;
  return {
    params: {
      ...(type === undefined ? {} : { type }),
      ...(orderId === undefined ? {} : { orderId: Number(orderId) }),
      ...(pattern === undefined ? {} : { pattern }),
    },
    hasWords: pattern !== undefined,
  };
};

/** The few fulfillments of one order, looked at one by one. */
const ofOrder = 'FROM sales s CROSS JOIN fulfillments f ON f.sale_key = s.sale_key';

interface Wanted extends Filter {
  readonly segment: keyof typeof segments;
  readonly task?: Task | undefined;
}

interface ListInput extends Wanted {
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
  const params = {
    ...question.params,
    ...(status === null ? {} : { status }),
    ...(after ? { afterValue: after.value, afterKey: after.key } : {}),
    ...(after && leads ? { afterLead: after.lead ?? 0 } : {}),
  };
  const most = limit + 1;
  const rows =
    question.hasWords && order === allOrder && filter.orderId === undefined
      ? newestFound<FulfillmentRow>(db, fulfillmentColumns, {
          after: after && { ...after, condition: order.after },
          params,
          type: filter.type,
          most,
        })
      : db.all<FulfillmentRow>(
          `SELECT ${fulfillmentColumns} ${sourceOf(input)}
           ${where([...fits(input), question.hasWords && wordsFit(db, input), after && order.after])}
           ORDER BY ${order.by} LIMIT :most`,
          { ...params, most },
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

/** Where a list is read from: in its order, or by the order that is asked for. */
const sourceOf = ({ orderId, task, segment, type }: Wanted): string => {
  if (orderId !== undefined) return ofOrder;
  if (task !== undefined) return fulfillmentsInOrder(tasks[task].index);
  if (segments[segment] !== null) return fulfillmentsInOrder('fulfillments_by_status');
  return fulfillmentsInOrder(type === undefined ? 'fulfillments_by_time' : 'fulfillments_by_type');
};

const fits = ({ orderId, task, segment, type }: Wanted): readonly (string | false | undefined)[] => {
  // Of the few fulfillments of an order, SQLite would rather read all that have the status or the type.
  const hidden = orderId === undefined ? '' : '+';
  return [
    orderId !== undefined && 's.order_id = :orderId',
    task && tasks[task].are('f'),
    segments[segment] !== null && `${hidden}f.status = :status`,
    type !== undefined && `${hidden}f.type = :type`,
  ];
};

const wordsFit = (db: Reader, { orderId, task }: Wanted): string =>
  orderId === undefined ? hasWords(db, task ? tasks[task] : openOnes) : saleHasWords;

export const countTasks = (db: Reader): OutputOf<Contract['fulfillments.tasks']> => {
  const count = (task: Task) =>
    db.get<{ count: number }>(
      `SELECT count(*) AS count FROM fulfillments f INDEXED BY ${tasks[task].index} WHERE ${tasks[task].are('f')}`,
    )?.count ?? 0;
  return { put_back: count('put_back'), shelf: count('shelf'), stuck: count('stuck') };
};

/** How many there are of each segment: counted already, but where words or an order narrow them. */
export const countFulfillments = (db: Reader, filter: Filter): OutputOf<Contract['fulfillments.counts']> => {
  const question = questionOf(filter);
  if (!question) return countsOf([]);
  if (!question.hasWords && filter.orderId === undefined) {
    return countsOf(fulfillmentCounts(db).filter(({ type }) => filter.type === undefined || type === filter.type));
  }
  if (filter.orderId === undefined) return countFound(db, question.params, filter.type);
  return countsOf(
    db.all<StatusCount>(
      `SELECT f.status, count(*) AS count ${ofOrder}
       ${where([...fits({ ...filter, segment: 'all' }), question.hasWords && saleHasWords])} GROUP BY f.status`,
      question.params,
    ),
  );
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
    isMoreOpen: false,
  };
};
