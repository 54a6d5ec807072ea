import { faultCases } from '../contract/fault-cases.ts';
import { type OwnWork, type RunningWork, type RunWork, type WorkName, WorkStopped } from './domain/running-work.ts';

/** Screens need to hear of it no more often, ms. */
const TOLD_EVERY_MS = 200;

/** What the words of a stop say of each work: what was done, and what was not. */
const stopped: Partial<Readonly<Record<WorkName, string>>> = {
  opening_figures: faultCases.opening_figures_stopped,
  store_check: faultCases.store_check_stopped,
  proof: faultCases.proof_stopped,
};

/** The long work of a thread. `tell` hears how each is, at most some times a second, and null at its end. */
export const createLongWorks = (tell: (work: WorkName, running: RunningWork | null) => void, clock: () => number) => {
  const running = new Map<WorkName, { isStopping: boolean; last: RunningWork | null }>();

  const run: RunWork = async (work, does) => {
    const mine = { isStopping: false, last: null as RunningWork | null };
    let toldAt = Number.NEGATIVE_INFINITY;
    running.set(work, mine);
    const own: OwnWork = {
      show: (step) => {
        const isNewPart = step.doing !== mine.last?.doing;
        mine.last = { ...step, work, isStopping: mine.isStopping };
        if (!isNewPart && clock() - toldAt < TOLD_EVERY_MS) return;
        toldAt = clock();
        tell(work, mine.last);
      },
      goOn: () => {
        if (mine.isStopping) throw new WorkStopped(stopped[work]);
      },
      isStopped: () => mine.isStopping,
    };
    try {
      return await does(own);
    } finally {
      running.delete(work);
      tell(work, null);
    }
  };

  return {
    run,
    stop: (work: WorkName): void => {
      const mine = running.get(work);
      if (!mine) return;
      mine.isStopping = true;
      if (mine.last !== null) tell(work, { ...mine.last, isStopping: true });
    },
  };
};
