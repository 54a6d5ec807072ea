import type { FulfillmentView } from '../../src/contract/fulfillments.ts';
import type { AppClient } from '../../src/renderer/state/bridge.ts';
import { createFulfillmentDesk } from '../../src/renderer/state/fulfillment-desk.ts';
import type { FulfillmentLine } from '../../src/renderer/state/fulfillment-pieces.ts';
import { createFulfillmentScans } from '../../src/renderer/state/fulfillment-scans.ts';
import { createFulfillmentViews } from '../../src/renderer/state/fulfillment-views.ts';
import { createFulfillmentWork } from '../../src/renderer/state/fulfillment-work.ts';
import { createNotices } from '../../src/renderer/state/notices.ts';

export const line = (part: Partial<FulfillmentLine> = {}): FulfillmentLine => ({
  lineId: '1',
  productId: 'p1',
  sku: 'MUG-BLUE',
  name: 'Blue Mug',
  options: '',
  bin: 'A01',
  barcode: '4006381333931',
  ordered: 3,
  picked: 0,
  packed: 0,
  fulfilled: 0,
  putBack: 0,
  ...part,
});

export const fulfillment = (part: Partial<FulfillmentView> = {}): FulfillmentView => ({
  fulfillmentId: 'f1',
  saleId: 's1',
  orderId: '1001',
  receiptNumber: 'W1001',
  type: 'delivery',
  status: 'picking',
  version: 1,
  customerName: 'Ada Byron',
  placedAt: '2026-11-23T14:00:00Z',
  itemCount: 3,
  total: { amount: '12.0000', currency: 'USD' },
  saleStatus: 'closed',
  paymentState: 'paid',
  onHold: false,
  alarm: false,
  digital: false,
  assignedTo: null,
  putBack: 0,
  stuckReason: null,
  printed: null,
  readyAt: null,
  shelfCode: null,
  unsent: null,
  lock: null,
  bigcommerceStatusId: 11,
  bigcommerceStatus: 'Awaiting Fulfillment',
  lines: [line()],
  recipient: { name: 'Ada Byron', addressLines: [], phone: '', email: '' },
  method: '',
  customerMessage: '',
  staffNotes: '',
  notes: [],
  handedOver: [],
  undoable: null,
  timeline: [],
  ...part,
});

const refused = (code: 'changed_meanwhile' | 'too_many' | 'not_found') => ({
  ok: false,
  fault: { code, message: code },
});

/**
 * One order on a till that records what it is asked and refuses an old version, with the window's own state over it.
 * `change` is what somebody else does meanwhile; each answer waits for `answers` where it is given.
 */
export const openOrder = (first: FulfillmentView, answers: () => Promise<void> = async () => undefined) => {
  let now = first;
  const asked: string[] = [];
  const change = (part: Partial<FulfillmentView>): void => {
    now = { ...now, ...part, version: now.version + 1 };
  };
  type Asked = { version: number; lines: { lineId: string; quantity: number }[] };
  const pieces = (part: 'picked' | 'putBack', by: 1 | -1, { version, lines }: Asked) => {
    if (version !== now.version) return refused('changed_meanwhile');
    change({
      lines: now.lines.map((each) => {
        const { quantity = 0 } = lines.find(({ lineId }) => lineId === each.lineId) ?? {};
        return { ...each, [part]: each[part] + by * quantity };
      }),
    });
    return { ok: true, data: now };
  };
  const call = async (name: string, input: unknown) => {
    asked.push(name);
    await answers();
    if (name === 'fulfillments.get') return { ok: true, data: now };
    if (name === 'fulfillments.find') return { ok: true, data: { found: null } };
    if (name === 'fulfillments.pick') return pieces('picked', 1, input as Asked);
    if (name === 'fulfillments.putBack') return pieces('putBack', -1, input as Asked);
    return refused('not_found');
  };
  const client = call as AppClient;
  const notices = createNotices();
  const sounds: string[] = [];
  const views = createFulfillmentViews((fulfillmentId) => client('fulfillments.get', { fulfillmentId }));
  const desk = createFulfillmentDesk({ call: client, notices, views, onDone: () => undefined });
  const freshness = { mustAsk: () => false, accept: () => undefined } as never;
  const sound = (outcome: string) => void sounds.push(outcome);
  const work = createFulfillmentWork({ call: client, notices, desk, views, freshness, sound, me: () => '' });
  const scans = createFulfillmentScans({
    ...{ call: client, notices, desk, work, views, sound },
    open: views.show,
    toPutBack: () => null,
    openReceipt: async () => false,
    print: async () => undefined,
    releases: () => false,
  });
  return {
    views,
    desk,
    work,
    scans,
    sounds,
    asked,
    change,
    now: () => now,
    notice: () => notices.store.getState().notice,
  };
};
