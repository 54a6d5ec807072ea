import type { FulfillmentRowView, FulfillmentView } from '../../contract/fulfillments.ts';
import type { AppClient, Input } from './bridge.ts';
import type { Freshness } from './freshness.ts';
import { createFulfillmentDesk } from './fulfillment-desk.ts';
import { mostOf } from './fulfillment-pieces.ts';
import { createFulfillmentScans } from './fulfillment-scans.ts';
import { createFulfillmentViews } from './fulfillment-views.ts';
import { createFulfillmentWork } from './fulfillment-work.ts';
import { isCodeOf } from './item-code.ts';
import type { Live } from './live.ts';
import type { createNotices } from './notices.ts';
import { createPagedList, pageInput } from './paged-list.ts';
import type { RoundFilter } from './pick-round.ts';
import type { PrintingState } from './printing.ts';
import { remembered } from './remembered.ts';
import { searched } from './searched.ts';
import { createSelection } from './selection.ts';
import type { createWorkSound } from './work-sound.ts';

export type FulfillmentTask = NonNullable<Input<'fulfillments.list'>['task']>;

/** What the Fulfillments screen is asked to show; a task shows its list whatever the segment. */
export interface FulfillmentQuery {
  readonly segment: NonNullable<Input<'fulfillments.list'>['segment']>;
  readonly task: FulfillmentTask | null;
  readonly type: FulfillmentRowView['type'] | null;
  readonly search: string;
}

/** The same filter as `fulfillments.counts` reads it, where all segments are counted. */
export const countsFilterOf = ({ type, search }: FulfillmentQuery): Input<'fulfillments.counts'> => ({
  ...(type === null ? {} : { type }),
  ...(searched(search) === '' ? {} : { search: searched(search) }),
});

/** Of which orders a pick round is made: of the list in sight, or of what is new where that is another task's. */
export const roundFilterOf = (query: FulfillmentQuery): RoundFilter => ({
  ...countsFilterOf(query),
  segment: query.task === null && query.segment === 'in_progress' ? 'in_progress' : 'new',
});

const listInput = (query: FulfillmentQuery): Input<'fulfillments.list'> => ({
  ...countsFilterOf(query),
  ...(query.task === null ? { segment: query.segment } : { segment: 'all', task: query.task }),
});

interface Deps {
  readonly call: AppClient;
  readonly live: Live;
  readonly notices: ReturnType<typeof createNotices>;
  readonly freshness: Freshness;
  readonly sound: ReturnType<typeof createWorkSound>;
  readonly printing: PrintingState;
  /** Opens the sale of a receipt; answers whether the code was a receipt's. */
  readonly openReceipt: (code: string) => Promise<boolean>;
  /** Who is signed in with this window; null where nobody is. */
  readonly signedIn: () => string | null;
}

/** What the Fulfillments screen keeps while other screens are seen: its list, what is open, and what is being done. */
export const createFulfillmentsState = (deps: Deps) => {
  const { call, live, notices, freshness, sound, printing, openReceipt, signedIn } = deps;
  const list = createPagedList<FulfillmentQuery, FulfillmentRowView>(
    (query, cursor, limit) => call('fulfillments.list', { ...listInput(query), ...pageInput(cursor, limit) }),
    (row) => row.fulfillmentId,
    { segment: 'new', task: null, type: null, search: '' },
  );
  const selection = createSelection();
  const views = createFulfillmentViews((fulfillmentId) => call('fulfillments.get', { fulfillmentId }));
  selection.store.subscribe(({ open }) => views.show(open));
  live.on(['fulfillments', 'sales', 'outbox'], () => void views.again());

  const desk = createFulfillmentDesk({ call, notices, views, onDone: (view: FulfillmentView) => list.replace(view) });
  const me = (): string => signedIn() ?? remembered.name();
  const work = createFulfillmentWork({ call, notices, desk, views, freshness, sound: sound.play, me });
  const task = () => list.store.getState().query.task;
  const toPutBack = (code: string): string | null => {
    if (task() !== 'put_back') return null;
    const fits = ({ lines }: FulfillmentRowView) =>
      lines.some((line) => mostOf('put_back', line) > 0 && isCodeOf(code, line));
    return list.store.getState().rows.find(fits)?.fulfillmentId ?? null;
  };
  const scans = createFulfillmentScans({
    call,
    notices,
    desk,
    work,
    views,
    sound: sound.play,
    print: (fulfillmentId) => printing.print(printing.slip(fulfillmentId)),
    open: selection.open,
    toPutBack,
    openReceipt,
    releases: () => task() === 'shelf',
  });
  return { list, selection, views, desk, work, scans, me };
};
