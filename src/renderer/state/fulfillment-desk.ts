import { createStore } from 'zustand/vanilla';
import type { Fault } from '../../contract/fault.ts';
import type { FulfillmentView } from '../../contract/fulfillments.ts';
import type { Reply } from '../../contract/procedure.ts';
import { text } from '../text.ts';
import type { AppClient } from './bridge.ts';
import { createSteps, type Step } from './fulfillment-step.ts';
import type { FulfillmentViews } from './fulfillment-views.ts';
import { createTurns } from './in-turn.ts';
import type { createNotices } from './notices.ts';

/** A step that was not done, for the fulfillment had changed, and can be done still. */
export interface Offer {
  readonly fulfillmentId: string;
  readonly what: string;
  readonly step: Step;
}

interface DeskDeps {
  readonly call: AppClient;
  readonly notices: ReturnType<typeof createNotices>;
  readonly views: FulfillmentViews;
  /** Told the new view, before anything is said. */
  readonly onDone: (view: FulfillmentView) => void;
}

const notPossible: Fault = { code: 'nothing_left', message: text.fulfillments.offers.notPossible };

/**
 * Does steps one after the other, each with the version that the one before left: pieces are scanned faster than they
 * are recorded, and none is lost.
 *
 *     asked ─▶ in turn ─▶ recorded: the answer is the new view
 *                 └─ changed meanwhile ─▶ read again ─▶ offered once more, or not possible any more
 */
export const createFulfillmentDesk = ({ call, notices, views, onDone }: DeskDeps) => {
  const steps = createSteps(call);
  const inTurn = createTurns();
  const store = createStore<{ readonly offer: Offer | null }>(() => ({ offer: null }));

  const forgetOffer = (fulfillmentId: string): void =>
    store.setState(({ offer }) => ({ offer: offer?.fulfillmentId === fulfillmentId ? null : offer }));

  const ask = async (fulfillmentId: string, step: Step): Promise<Reply<FulfillmentView>> => {
    const known = await views.newest(fulfillmentId);
    if (!known.ok) return known;
    const prepared = step.prepare(known.data);
    if (prepared === null) return { ok: false, fault: notPossible };
    const reply = await prepared();
    if (reply.ok) {
      views.put(reply.data);
      forgetOffer(fulfillmentId);
      onDone(reply.data);
    } else if (reply.fault.code === 'changed_meanwhile') await views.read(fulfillmentId);
    return reply;
  };

  /** Offers what was refused once more where it can be done still. */
  const offer = async (fulfillmentId: string, step: Step): Promise<Fault> => {
    const fresh = await views.newest(fulfillmentId);
    if (!fresh.ok) return fresh.fault;
    if (step.prepare(fresh.data) === null) return notPossible;
    store.setState({ offer: { fulfillmentId, what: step.what, step } });
    return { code: 'changed_meanwhile', message: text.fulfillments.offers.sentence(step.what) };
  };

  const run = (fulfillmentId: string, step: Step): Promise<Reply<FulfillmentView>> =>
    inTurn(() => ask(fulfillmentId, step));

  const undo = async (fulfillmentId: string, stepId: string): Promise<void> => {
    await runAndSay(fulfillmentId, steps.undo(stepId));
  };

  const say = (step: Step, view: FulfillmentView): void => {
    const last = view.undoable;
    notices.say(step.done(view), last === null ? null : () => void undo(view.fulfillmentId, last.stepId));
  };

  const runAndSay = (fulfillmentId: string, step: Step): Promise<Reply<FulfillmentView>> =>
    inTurn(async () => {
      const reply = await ask(fulfillmentId, step);
      if (reply.ok) say(step, reply.data);
      else {
        const changed = reply.fault.code === 'changed_meanwhile';
        notices.say((changed ? await offer(fulfillmentId, step) : reply.fault).message);
      }
      return reply;
    });

  return {
    store,
    steps,
    /** Asks at once, for who has taken a turn already. */
    inTurn,
    ask,
    /** Asks when its turn has come; what the answer is worth saying is the caller's. */
    run,
    say,
    /** Asks when its turn has come, and says how it came out; what was overtaken by a change is offered once more. */
    runAndSay,
    undo,
    /** Does what is offered. */
    takeOffer: async (): Promise<void> => {
      const { offer } = store.getState();
      store.setState({ offer: null });
      if (offer !== null) await runAndSay(offer.fulfillmentId, offer.step);
    },
    leaveOffer: (): void => store.setState({ offer: null }),
  };
};

export type FulfillmentDesk = ReturnType<typeof createFulfillmentDesk>;
