import { createStore } from 'zustand/vanilla';
import type { Fault } from '../../contract/fault.ts';
import type { Reply } from '../../contract/procedure.ts';
import { text } from '../text.ts';
import type { AppClient, Output } from './bridge.ts';
import type { createNotices } from './notices.ts';
import { quantityFor, stepped, type WorkKind } from './work-quantity.ts';

/** What has been entered for one product, and not recorded yet. */
export interface Draft {
  readonly productId: string;
  readonly typed: string;
  readonly reason: string;
  readonly toOutletId: string | null;
  /** The same entry sent again, after a lost answer, is recorded once; a changed entry is another one. */
  readonly requestId: string;
}

export interface Work {
  /** Which panel is open. It stays from product to product, so that a shelf is counted without opening it each time. */
  readonly kind: WorkKind | null;
  /** Grows when a panel is asked for, also for the one that is open. */
  readonly asked: number;
  readonly draft: Draft | null;
  /** Why the draft was not recorded; null while nothing speaks against it. */
  readonly problem: string | null;
}

type Worked = Output<'stock.count'>;

interface Entry {
  readonly productId: string;
  readonly outletId?: string;
  readonly quantity: number;
  readonly requestId: string;
  readonly reason?: string;
}

const words = text.stock.work;
const nothing = { draft: null, problem: null };
const ruleSentences = { from_zero: words.needsQuantity, from_one: words.needsMore, signed: words.needsSigned };

export const emptyDraft = (productId: string): Draft => ({
  productId,
  typed: '',
  reason: '',
  toOutletId: null,
  requestId: crypto.randomUUID(),
});

/** The quantity of a draft that can be recorded, or the sentence that says what is missing. */
const quantityOf = (kind: WorkKind, { typed, reason }: Draft): number | string => {
  const entered = quantityFor(kind, typed);
  if ('rule' in entered) return ruleSentences[entered.rule];
  return kind === 'adjust' && reason.trim() === '' ? words.needsReason : entered.quantity;
};

const withReason = (reason: string): { reason?: string } => (reason.trim() === '' ? {} : { reason: reason.trim() });

/** What staff enter about stock: drafted here, recorded by the app, and taken back from the notice that tells of it. */
export const createStockWork = (
  call: AppClient,
  notices: ReturnType<typeof createNotices>,
  nameOf: (productId: string) => string,
) => {
  const store = createStore<Work>(() => ({ kind: null, asked: 0, ...nothing }));

  const draftOf = (productId: string): Draft => {
    const { draft } = store.getState();
    return draft?.productId === productId ? draft : emptyDraft(productId);
  };

  const edit = (productId: string, part: Partial<Omit<Draft, 'productId' | 'requestId'>>): void =>
    store.setState({ draft: { ...draftOf(productId), ...part, requestId: crypto.randomUUID() }, problem: null });

  const send = (kind: WorkKind, entry: Entry, draft: Draft): Promise<Reply<Worked>> => {
    switch (kind) {
      case 'count':
        return call('stock.count', entry);
      case 'receive':
        return call('stock.receive', entry);
      case 'adjust':
        return call('stock.adjust', { ...entry, reason: draft.reason.trim() });
      case 'damage':
        return call('stock.damage', entry);
      case 'transfer':
        return call('stock.transfer', { ...entry, toOutletId: draft.toOutletId ?? '' });
    }
  };

  const undo = async (movementId: string): Promise<void> => {
    const reply = await call('stock.undo', { movementId });
    notices.say(reply.ok ? words.undone(reply.data.onHand) : reply.fault.message);
  };

  /** Records the draft of that product, at the bound outlet where `outletId` is null. */
  const commit = async (productId: string, outletId: string | null): Promise<void> => {
    const { kind } = store.getState();
    if (kind === null) return;
    const draft = draftOf(productId);
    const quantity = quantityOf(kind, draft);
    if (typeof quantity === 'string') return store.setState({ problem: quantity });
    const { requestId } = draft;
    const place = outletId === null ? {} : { outletId };
    const reply = await send(kind, { productId, ...place, quantity, requestId, ...withReason(draft.reason) }, draft);
    // What was typed meanwhile is another entry, and stays.
    const isStill = store.getState().draft?.requestId === requestId;
    if (isStill) store.setState(reply.ok ? nothing : { problem: reply.fault.message });
    if (!reply.ok) return;
    const { movementId, onHand } = reply.data;
    const takeBack = movementId === null ? null : () => void undo(movementId);
    notices.say(words.done[kind](nameOf(productId), onHand), takeBack);
  };

  let focusedFor = 0;
  return {
    store,
    draftOf,
    /** Whether a panel has been asked for since this was last true: its quantity takes the focus then, and only then. */
    takesFocus: (): boolean => {
      const { asked } = store.getState();
      const isNew = asked > focusedFor;
      focusedFor = asked;
      return isNew;
    },
    edit,
    /** One more, or one fewer, of what the panel counts. */
    step: (productId: string, by: number): string => {
      const typed = stepped(store.getState().kind ?? 'count', draftOf(productId).typed, by);
      edit(productId, { typed });
      return typed;
    },
    open: (kind: WorkKind): void =>
      store.setState((was) => ({ kind, asked: was.asked + 1, ...(was.kind === kind ? {} : nothing) })),
    close: (): void => store.setState({ kind: null, ...nothing }),
    commit,
    undo,
    /** Null when it was set. */
    setFloor: async (productId: string, floor: number): Promise<Fault | null> => {
      const reply = await call('stock.setFloor', { productId, floor });
      if (reply.ok) notices.say(text.stock.floor.saved(floor));
      return reply.ok ? null : reply.fault;
    },
  };
};

export type StockWork = ReturnType<typeof createStockWork>;
