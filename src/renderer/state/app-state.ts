import type { FulfillmentRowView } from '../../contract/fulfillments.ts';
import type { SaleRowView } from '../../contract/sales.ts';
import { dayOf } from '../format/instants.ts';
import { createAlarmSound } from './alarm-sound.ts';
import { createAlarms } from './alarms.ts';
import type { Bridge, Input } from './bridge.ts';
import { createKeyboard } from './keyboard.ts';
import { createLinksState } from './links-state.ts';
import { createLive } from './live.ts';
import { openScreen, watchMachine } from './machine.ts';
import { createNotices } from './notices.ts';
import { createOpeningState } from './opening-state.ts';
import { createPagedList, pageInput } from './paged-list.ts';
import { createProofState } from './proof-state.ts';
import { type SaleQuery, saleFilterOf } from './sale-query.ts';
import { createScanner } from './scanner.ts';
import { searched } from './searched.ts';
import { createSelection } from './selection.ts';
import { createShop } from './shop.ts';
import { createStockState } from './stock-state.ts';
import { createSyncState } from './sync-state.ts';
import { createTheme } from './theme.ts';

export interface FulfillmentQuery {
  readonly segment: NonNullable<Input<'fulfillments.list'>['segment']>;
  readonly type: FulfillmentRowView['type'] | null;
  readonly search: string;
}

/** The same filter as `fulfillments.counts` reads it, where all segments are counted. */
export const countsFilterOf = ({ type, search }: FulfillmentQuery): Input<'fulfillments.counts'> => ({
  ...(type === null ? {} : { type }),
  ...(searched(search) === '' ? {} : { search: searched(search) }),
});

/** Everything that the screens share, made once per window. */
export const createAppState = ({ call, onEvent, onConnection }: Bridge) => {
  const live = createLive();
  const notices = createNotices();
  const sync = createSyncState(call, notices.say);
  const shop = createShop(call);
  const sound = createAlarmSound(() => shop.about.store.getState().data?.host);
  const alarms = createAlarms({ call, live, sound: sound.play, say: notices.say });

  const fulfillments = createPagedList<FulfillmentQuery, FulfillmentRowView>(
    (query, cursor, limit) =>
      call('fulfillments.list', { ...countsFilterOf(query), segment: query.segment, ...pageInput(cursor, limit) }),
    (row) => row.fulfillmentId,
    { segment: 'new', type: null, search: '' },
  );
  const sales = createPagedList<SaleQuery, SaleRowView>(
    (query, cursor, limit) =>
      call('sales.list', { ...saleFilterOf(query, dayOf(Date.now(), shop.timeZone())), ...pageInput(cursor, limit) }),
    (row) => row.saleId,
    { period: { kind: 'all' }, search: '', filters: {} },
  );

  onEvent((event) => {
    if (event.type === 'sync') sync.store.setState({ status: event.status });
    if (event.type === 'records') live.changed(event.nouns);
    if (event.type === 'alarm') alarms.ring();
    if (event.type === 'arrived') sound.playOrders();
    if (event.type === 'open_screen') openScreen(event.screen);
  });
  onConnection((connection) => {
    sync.store.setState({ connection });
    if (connection !== 'connected') return;
    void sync.read();
    live.changedAll();
  });
  live.on(['link'], shop.read);
  shop.read();
  void sync.read();
  void watchMachine({ call, say: notices.say });

  return {
    call,
    live,
    notices,
    sync,
    shop,
    sound,
    alarms,
    scanner: createScanner(),
    keyboard: createKeyboard(),
    theme: createTheme(),
    fulfillments: { list: fulfillments, selection: createSelection() },
    sales: { list: sales, selection: createSelection() },
    stock: createStockState(call, notices),
    links: createLinksState(call, notices),
    opening: createOpeningState(call, notices),
    proof: createProofState(call, notices),
  };
};

export type AppState = ReturnType<typeof createAppState>;
