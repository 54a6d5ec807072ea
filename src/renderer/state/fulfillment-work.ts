import { createStore } from 'zustand/vanilla';
import type { FulfillmentView } from '../../contract/fulfillments.ts';
import type { Reply } from '../../contract/procedure.ts';
import { text } from '../text.ts';
import type { AppClient } from './bridge.ts';
import type { Freshness } from './freshness.ts';
import type { FulfillmentDesk } from './fulfillment-desk.ts';
import { leavesBy, openedPanel, type Panel, type PanelEdit, type PanelKind, panelFor } from './fulfillment-panel.ts';
import { stepOfPanel } from './fulfillment-panel-step.ts';
import { canTake, type NextStep, nextStep } from './fulfillment-pieces.ts';
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
  /** Who works at this window; empty where nobody has said so. */
  readonly me: () => string;
}

interface Work {
  readonly panel: Panel | null;
  /** Grows when a panel is asked for, also for the one that is open: its first field takes the focus. */
  readonly asked: number;
}

const words = text.fulfillments;

/** What staff do with the fulfillment that is shown: one primary action after the other, panels for what has to be entered. */
export const createFulfillmentWork = ({ call, notices, desk, views, freshness, sound, me }: WorkDeps) => {
  const store = createStore<Work>(() => ({ panel: null, asked: 0 }));
  /** Goods leave by this one, for a manager may be needed. */
  const leaving = createManagerCommand(call);

  const shown = (): FulfillmentView | null => {
    const { fulfillmentId, view } = views.store.getState();
    return view?.fulfillmentId === fulfillmentId ? view : null;
  };

  /** The panel of what is shown; what was entered for another one waits for that one. */
  const panelNow = (): Panel | null => panelFor(store.getState().panel, shown());

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
    leaving.forget();
    if (view === null) notices.say(words.scan.noneOpen);
    else {
      const mine = panelNow();
      const opened = openedPanel(kind, view, { carrier: remembered.lastCarrier(), me: me() });
      store.setState(({ asked }) => ({ asked: asked + 1, panel: mine?.kind === kind ? mine : opened }));
    }
  };

  const run = async (fulfillmentId: string, step: Step): Promise<Reply<FulfillmentView>> => {
    const reply = await desk.runAndSay(fulfillmentId, step);
    if (!reply.ok) sound('refused');
    return reply;
  };

  const recorded = (panel: Panel, step: Step, view: FulfillmentView): void => {
    if (panel.kind === 'ship') remembered.keepCarrier(panel.carrier.trim());
    if (panel.kind === 'assign') remembered.keepName(panel.words.trim());
    if (leavesBy(panel.kind)) sound('complete');
    desk.say(step, view);
    // What was entered meanwhile is another entry, and stays.
    if (store.getState().panel?.kind === panel.kind) close();
  };

  /** Whether goods may go by what is known of the order; where that is old, it is said once (N15). */
  const isAskedForOld = (panel: Panel): boolean => {
    if (!leavesBy(panel.kind) || !freshness.mustAsk(Date.now())) return true;
    if (panel.saidOld) freshness.accept();
    else store.setState({ panel: { ...panel, saidOld: true, problem: null } });
    return panel.saidOld;
  };

  const record = async (panel: Panel, { fulfillmentId }: FulfillmentView, step: Step): Promise<void> => {
    const reply = await desk.run(fulfillmentId, step);
    if (reply.ok) return recorded(panel, step, reply.data);
    sound('refused');
    setProblem(reply.fault.message);
  };

  const letLeave = async (panel: Panel, { fulfillmentId }: FulfillmentView, step: Step): Promise<void> => {
    await leaving.run(
      () => desk.run(fulfillmentId, step),
      (answer) => recorded(panel, step, answer),
    );
    if (leaving.store.getState().problem !== null) sound('refused');
  };

  const commit = async (): Promise<void> => {
    const view = shown();
    const panel = panelNow();
    if (view === null || panel === null) return;
    const step = stepOfPanel(desk.steps, panel, view);
    if (typeof step === 'string') return setProblem(step);
    if (!isAskedForOld(panel)) return;
    return leavesBy(panel.kind) ? letLeave(panel, view, step) : record(panel, view, step);
  };

  /** Does what comes next: at once where nothing has to be entered, else it opens what asks for it. */
  const next = async (): Promise<void> => {
    const view = shown();
    if (view === null) return notices.say(words.scan.noneOpen);
    if (panelNow() !== null) return commit();
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
    panelNow,
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
