import { createStore } from 'zustand/vanilla';
import type { FulfillmentView } from '../../contract/fulfillments.ts';
import { productName } from '../format/product-name.ts';
import { text } from '../text.ts';
import { actionOf, type ScannedAction } from './action-codes.ts';
import type { AppClient, Output } from './bridge.ts';
import type { FulfillmentDesk } from './fulfillment-desk.ts';
import { everyPiece, type FulfillmentLine, itemScan, mostOf } from './fulfillment-pieces.ts';
import { nameOfOrder } from './fulfillment-step.ts';
import type { FulfillmentViews } from './fulfillment-views.ts';
import type { FulfillmentWork } from './fulfillment-work.ts';
import { createTurns } from './in-turn.ts';
import type { createNotices } from './notices.ts';
import type { WorkOutcome } from './work-sound.ts';

/** How the last scan came out, to be seen, heard and read aloud. */
export interface ScanFeedback {
  readonly outcome: WorkOutcome;
  readonly sentence: string;
  /** The order that was open then; what happened to another one is not said of this one. */
  readonly fulfillmentId: string | null;
  /** The line it was about, so that it lights up. */
  readonly lineId: string | null;
  /** Lets the same thing happen twice. */
  readonly count: number;
}

type Found = NonNullable<Output<'fulfillments.find'>['found']>;

interface ScanDeps {
  readonly call: AppClient;
  readonly notices: ReturnType<typeof createNotices>;
  readonly desk: FulfillmentDesk;
  readonly work: FulfillmentWork;
  readonly views: FulfillmentViews;
  readonly sound: (outcome: WorkOutcome) => void;
  readonly print: (fulfillmentId: string) => Promise<void>;
  /** Shows a fulfillment. */
  readonly open: (fulfillmentId: string) => void;
  /** The fulfillment of the list in sight that has such a piece to put back, while it is that list. */
  readonly toPutBack: (code: string) => string | null;
  /** Opens the sale of a receipt that no fulfillment has; answers whether the code was a receipt's. */
  readonly openReceipt: (code: string) => Promise<boolean>;
  /** Whether the hold shelf is in sight, where one scan releases (N7). */
  readonly releases: () => boolean;
}

const words = text.fulfillments.scan;

/**
 * What a scan does. With an order open, one of its items is picked (or put back where it is not wanted any more), and
 * any other code is refused; a slip, shelf, order or receipt code opens its fulfillment; a code of the scan card does
 * what it says; and where a panel asks for one, the code is what it asks for. One after the other, none is lost.
 */
export const createFulfillmentScans = (deps: ScanDeps) => {
  const { call, notices, desk, work, views, sound } = deps;
  const store = createStore<{ readonly last: ScanFeedback | null }>(() => ({ last: null }));
  const inTurn = createTurns();

  const tell = (outcome: WorkOutcome, sentence: string, lineId: string | null = null): void => {
    const { fulfillmentId } = views.store.getState();
    store.setState(({ last }) => ({
      last: { outcome, sentence, fulfillmentId, lineId, count: (last?.count ?? 0) + 1 },
    }));
    sound(outcome);
  };

  const refuse = (sentence: string, lineId: string | null = null): void => {
    tell('refused', sentence, lineId);
    notices.say(sentence);
  };

  const tellPicked = (view: FulfillmentView, line: FulfillmentLine): void => {
    if (everyPiece('pick', view).length === 0) tell('complete', words.allPicked(line.name), line.lineId);
    else tell('ok', words.picked(line.name, line.picked, line.ordered), line.lineId);
  };

  const tellCounted = (view: FulfillmentView, lineId: string, kind: 'pick' | 'put_back'): void => {
    const line = view.lines.find((each) => each.lineId === lineId);
    if (line === undefined) return;
    if (kind === 'pick') tellPicked(view, line);
    else tell('ok', words.putBack(line.name, mostOf('put_back', line)), lineId);
  };

  /** One piece of a line. Where the order changed since, the scan is judged once more by what it is now. */
  const countOne = async (view: FulfillmentView, code: string): Promise<void> => {
    const meant = itemScan(view, code);
    if (meant.kind === 'other') return refuse(words.wrong(code));
    const { lineId, name } = meant.line;
    if (meant.kind === 'complete') {
      return refuse((view.status === 'cancelled' ? words.notWanted : words.complete)(name), lineId);
    }
    const step = desk.steps.pieces(meant.kind, [{ lineId, quantity: 1 }]);
    const reply = await desk.run(view.fulfillmentId, step);
    if (reply.ok) {
      desk.say(step, reply.data);
      return tellCounted(reply.data, lineId, meant.kind);
    }
    const fresh = await views.newest(view.fulfillmentId);
    const again = reply.fault.code === 'changed_meanwhile' && fresh.ok && fresh.data.version > view.version;
    return again ? countOne(fresh.data, code) : refuse(reply.fault.message, lineId);
  };

  const opened = (view: FulfillmentView): void => tell('ok', words.opened(nameOfOrder(view)));

  /** Opens it; on the hold shelf what waits there is handed over at once, where nothing speaks against it. */
  const open = async ({ fulfillmentId }: Found): Promise<void> => {
    deps.open(fulfillmentId);
    const reply = await views.newest(fulfillmentId);
    if (!reply.ok) return refuse(reply.fault.message);
    const view = reply.data;
    if (!deps.releases() || view.readyAt === null) return opened(view);
    work.open('hand_over');
    await work.commit();
    if (work.panelNow() === null) tell('complete', words.released(nameOfOrder(view), view.customerName));
  };

  const find = async (code: string): Promise<Found | null> => {
    const reply = await call('fulfillments.find', { code });
    return reply.ok ? reply.data.found : null;
  };

  /** What a code that is nobody's here is called, where stock knows it. */
  const wrongItem = async (code: string): Promise<string> => {
    const reply = await call('stock.find', { code });
    return reply.ok ? words.wrongNamed(productName(reply.data)) : words.wrong(code);
  };

  const intoPanel = async (kind: 'ship' | 'ready', view: FulfillmentView, code: string): Promise<void> => {
    const meant = itemScan(view, code);
    if (meant.kind !== 'other') return refuse(words.isItem(meant.line.name));
    if ((await find(code))?.by === 'slip') return refuse(words.isSlip);
    if (kind === 'ship') {
      work.edit({ trackingNumber: code });
      return tell('ok', code);
    }
    work.edit({ shelfCode: code });
    await work.commit();
  };

  const act = async (action: ScannedAction): Promise<void> => {
    const view = await views.current();
    if (view === null) return refuse(words.noneOpen);
    if (action === 'next') return work.next();
    if (action === 'undo') return work.undo();
    if (action === 'print') return deps.print(view.fulfillmentId);
    if (action === 'close') return work.close();
    const isOpen = work.panelNow()?.kind === action;
    return isOpen ? work.commit() : work.take(action);
  };

  /** What belongs back on its shelf, of whichever order of the list in sight. */
  const putBackFor = async (fulfillmentId: string, code: string): Promise<void> => {
    deps.open(fulfillmentId);
    const reply = await views.newest(fulfillmentId);
    return reply.ok ? countOne(reply.data, code) : refuse(reply.fault.message);
  };

  /** A code that the order in sight has no use for. */
  const lookElsewhere = async (view: FulfillmentView | null, code: string): Promise<void> => {
    const toPutBack = deps.toPutBack(code);
    if (toPutBack !== null) return putBackFor(toPutBack, code);
    const found = await find(code);
    if (found !== null) return open(found);
    if (await deps.openReceipt(code)) return;
    refuse(view === null ? words.unknown(code) : await wrongItem(code));
  };

  const scan = async (code: string): Promise<void> => {
    const action = actionOf(code);
    if (action !== null) return act(action);
    const view = await views.current();
    if (view === null) return lookElsewhere(null, code);
    const kind = work.panelNow()?.kind;
    if (kind === 'ship' || kind === 'ready') return intoPanel(kind, view, code);
    return itemScan(view, code).kind === 'other' ? lookElsewhere(view, code) : countOne(view, code);
  };

  return {
    store,
    scan: (code: string): void => void inTurn(() => scan(code)),
    /** Opens the fulfillment whose code was typed in full; anything else is a search, which the list answers already. */
    typed: (code: string): void =>
      void inTurn(async () => {
        const found = await find(code);
        if (found !== null) await open(found);
      }),
    /** The fulfillment that a code means; null where it means none. */
    find: async (code: string): Promise<string | null> => (await find(code))?.fulfillmentId ?? null,
    /** A scan that nothing here has a use for. */
    refuseUnknown: (code: string): void => refuse(actionOf(code) === null ? words.unknown(code) : words.noneOpen),
  };
};
