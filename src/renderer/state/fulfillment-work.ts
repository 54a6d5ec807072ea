import { createStore } from 'zustand/vanilla';
import type { FulfillmentView } from '../../contract/fulfillments.ts';
import type { Reply } from '../../contract/procedure.ts';
import { text } from '../text.ts';
import type { AppClient } from './bridge.ts';
import type { Freshness } from './freshness.ts';
import type { FulfillmentDesk } from './fulfillment-desk.ts';
import {
  leavesBy,
  missingIn,
  openedPanel,
  type Panel,
  type PanelEdit,
  type PanelKind,
  piecesOf,
} from './fulfillment-panel.ts';
import { canTake, type NextStep, nextStep, type Pieces } from './fulfillment-pieces.ts';
import type { Step } from './fulfillment-step.ts';
import type { FulfillmentViews } from './fulfillment-views.ts';
import { createManagerCommand } from './manager-command.ts';
import type { createNotices } from './notices.ts';
import { remembered } from './remembered.ts';
import type { WorkOutcome } from './work-sound.ts';

interface WorkDeps {
  readonly call: AppClient;
  readonly notices: ReturnType<typeof createNotices>;
  readonly desk: FulfillmentDesk;
  readonly views: FulfillmentViews;
  readonly freshness: Freshness;
  readonly sound: (outcome: WorkOutcome) => void;
}

interface Work {
  readonly panel: Panel | null;
  /** Grows when a panel is asked for, also for the one that is open: its first field takes the focus. */
  readonly asked: number;
}

const words = text.fulfillments;

/** What staff do with the fulfillment that is shown: one primary action after the other, panels for what has to be entered. */
export const createFulfillmentWork = ({ call, notices, desk, views, freshness, sound }: WorkDeps) => {
  const store = createStore<Work>(() => ({ panel: null, asked: 0 }));
  /** Goods leave by this one, for a manager may be needed. */
  const leaving = createManagerCommand(call);

  const shown = (): FulfillmentView | null => {
    const { fulfillmentId, view } = views.store.getState();
    return view?.fulfillmentId === fulfillmentId ? view : null;
  };

  /** The panel of what is shown; what was entered for another one waits for that one. */
  const panelOf = (fulfillmentId: string | null): Panel | null => {
    const { panel } = store.getState();
    return panel?.fulfillmentId === fulfillmentId ? panel : null;
  };

  const setProblem = (problem: string | null): void =>
    store.setState(({ panel }) => ({ panel: panel === null ? null : { ...panel, problem } }));

  const edit = (part: PanelEdit): void =>
    store.setState(({ panel }) => ({ panel: panel === null ? null : { ...panel, ...part, problem: null } }));

  const close = (): void => {
    leaving.forget();
    store.setState({ panel: null });
  };

  const open = (kind: PanelKind): void => {
    const view = shown();
    if (view === null) return notices.say(words.scan.noneOpen);
    leaving.forget();
    store.setState(({ panel, asked }) => ({
      asked: asked + 1,
      panel:
        panel?.kind === kind && panel.fulfillmentId === view.fulfillmentId
          ? panel
          : openedPanel(kind, view, { carrier: remembered.lastCarrier(), me: remembered.name() }),
    }));
  };

  const run = async (fulfillmentId: string, step: Step): Promise<Reply<FulfillmentView>> => {
    const reply = await desk.runAndSay(fulfillmentId, step);
    if (!reply.ok) sound('refused');
    return reply;
  };

  const stepOf = (panel: Panel, view: FulfillmentView, pieces: Pieces[]): Step => {
    const { steps } = desk;
    const override = view.lock === null ? {} : { override: { reason: panel.overrideReason.trim() } };
    switch (panel.kind) {
      case 'pick':
      case 'pack':
        return steps.pieces(panel.kind, pieces);
      case 'ship':
        return steps.ship(
          { trackingNumber: panel.trackingNumber.trim(), carrier: panel.carrier.trim(), ...override },
          pieces,
        );
      case 'ready':
        return steps.ready(panel.shelfCode.trim());
      case 'hand_over':
        return steps.handOver({ recipientName: panel.recipientName.trim(), ...override });
      case 'note':
        return steps.note(panel.words.trim());
      case 'cannot':
        return steps.cannotFulfil(panel.words.trim());
      case 'assign':
        return steps.assign(panel.words.trim());
    }
  };

  const recorded = (panel: Panel, step: Step, view: FulfillmentView): void => {
    if (panel.kind === 'ship') remembered.useCarrier(panel.carrier.trim());
    if (panel.kind === 'assign') remembered.useName(panel.words.trim());
    if (leavesBy(panel.kind)) sound('complete');
    desk.say(step, view);
    // What was entered meanwhile is another entry, and stays.
    if (store.getState().panel?.kind === panel.kind) close();
  };

  const commit = async (): Promise<void> => {
    const view = shown();
    const panel = panelOf(view?.fulfillmentId ?? null);
    if (view === null || panel === null) return;
    const pieces = piecesOf(panel, view);
    const missing = typeof pieces === 'string' ? pieces : missingIn(panel, view.lock !== null);
    if (missing !== null || typeof pieces === 'string') return setProblem(missing);
    if (leavesBy(panel.kind) && freshness.mustAsk(Date.now())) {
      if (!panel.saidOld) return store.setState({ panel: { ...panel, saidOld: true, problem: null } });
      freshness.accept();
    }
    const step = stepOf(panel, view, pieces);
    if (leavesBy(panel.kind)) {
      await leaving.run(
        () => desk.run(view.fulfillmentId, step),
        (answer) => recorded(panel, step, answer),
      );
      if (leaving.store.getState().problem !== null) sound('refused');
      return;
    }
    const reply = await desk.run(view.fulfillmentId, step);
    if (reply.ok) return recorded(panel, step, reply.data);
    sound('refused');
    setProblem(reply.fault.message);
  };

  /** Does what comes next: at once where nothing has to be entered, else it opens what asks for it. */
  const next = async (): Promise<void> => {
    const view = shown();
    if (view === null) return notices.say(words.scan.noneOpen);
    if (panelOf(view.fulfillmentId) !== null) return commit();
    const step = nextStep(view);
    if (step === null) return notices.say(words.scan.notNow);
    await take(step);
  };

  /** Does a step, or opens what asks for it; refused where it is not its turn. */
  const take = async (step: NextStep): Promise<void> => {
    const view = shown();
    if (view === null) return notices.say(words.scan.noneOpen);
    if (!canTake(view, step)) {
      sound('refused');
      return notices.say(words.scan.notNow);
    }
    const { steps } = desk;
    if (step === 'start') await run(view.fulfillmentId, steps.start());
    else if (step === 'put_back') await run(view.fulfillmentId, steps.pieces('put_back', 'every'));
    else if (step === 'pack') await run(view.fulfillmentId, steps.pieces('pack', 'every'));
    else open(step);
  };

  const undo = async (): Promise<void> => {
    const view = shown();
    if (view === null) return notices.say(words.scan.noneOpen);
    if (view.undoable === null) return notices.say(words.scan.notNow);
    await desk.undo(view.fulfillmentId, view.undoable.stepId);
  };

  return {
    store,
    leaving,
    shown,
    panelOf,
    open,
    close,
    edit,
    /** Another number of pieces of a line. */
    type: (lineId: string, typed: string): void =>
      store.setState(({ panel }) => ({
        panel: panel === null ? null : { ...panel, typed: { ...panel.typed, [lineId]: typed }, problem: null },
      })),
    commit,
    next,
    take,
    undo,
    run,
  };
};

export type FulfillmentWork = ReturnType<typeof createFulfillmentWork>;
