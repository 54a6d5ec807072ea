import type { SyncStatusView } from '../../contract/sync.ts';
import { type AppState, createAppState } from '../state/app-state.ts';
import type { Bridge, Connection, Input, Output, ProcedureName } from '../state/bridge.ts';

export const example = {
  minute: 60_000,
  now: Date.now(),
  /** So many minutes ago, as an instant. */
  ago: (minutes: number): string => new Date(example.now - minutes * example.minute).toISOString(),
} as const;

type Answers = { readonly [N in ProcedureName]?: Output<N> };

const usual: Answers = {
  'app.about': { version: '0.1.0', host: 'browser', practice: true, canSwitch: true },
  'outlets.list': {
    rows: [{ outletId: 'outlet', name: 'Harbour', timeZone: 'UTC', currency: 'USD', locale: null, registers: [] }],
  },
  'staff.current': { staff: null, endsAt: null, managerPinSet: true },
  'staff.list': {
    rows: [
      { name: 'Grace', role: 'manager' },
      { name: 'Ada', role: 'staff' },
    ],
    idleMinutes: 10,
  },
  'orders.why': {
    reason: 'pending',
    message: 'The shopper has not finished checking out.',
    nextStep: 'Nothing to do. It arrives by itself as soon as it is placed.',
  },
  'orders.held': {
    rows: [{ orderId: '1043', reason: 'invalid', message: 'Its total is no number.', heldAt: example.ago(90) }],
  },
  'stock.alarms': {
    rows: [
      {
        ...{ alarmId: 'alarm', at: example.ago(2), productId: 'mug', sku: 'MUG-BLUE', name: 'Blue Mug' },
        ...{ onHand: 0, floor: 0, saleId: 'sale', orderId: '1042', fulfillmentId: 'fulfillment' },
      },
    ],
  },
  'training.status': {
    running: { scenario: 'cancelled-after-packing', orderId: '1044', fulfillmentId: 'training', done: 1, steps: 3 },
  },
  'work.running': {
    rows: [{ work: 'copy', doing: 'checking', done: 812e6, total: 2114e6, counts: 'bytes', isStopping: false }],
  },
  'sync.now': {
    orders: { seen: 0, imported: 0, updated: 0, held: 0, skipped: 0 },
    outbox: { sent: 0, pending: 0, parked: 0 },
  },
};

/** An app without a till behind it: what it is asked for it has, or it cannot be reached. */
const exampleBridge = (answers: Answers): Bridge => {
  const known: Answers = { ...usual, ...answers };
  return {
    call: async <N extends ProcedureName>(name: N, _input: Input<N>) => {
      const data = known[name];
      return data === undefined
        ? {
            ok: false,
            fault: { code: 'store_unreachable', message: 'BigCommerce cannot be reached. Check the network.' },
          }
        : { ok: true, data };
    },
    onEvent: () => () => undefined,
    onConnection: () => () => undefined,
  };
};

export const idle: SyncStatusView = {
  ...{ state: 'idle', lastPulledAt: example.ago(1), problem: null, nextTryAt: null, progress: null, held: 0 },
  outbox: { pending: 0, parked: 0 },
};

/** What the screens share, as it is in one state of the exchange with BigCommerce. */
export const exampleApp = (
  status: SyncStatusView = idle,
  answers: Answers = {},
  connection: Connection = 'connected',
): AppState => {
  const app = createAppState(exampleBridge({ 'sync.status': status, ...answers }));
  app.sync.store.setState({ status, connection });
  return app;
};
