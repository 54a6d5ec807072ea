import { createStore } from 'zustand/vanilla';
import { text } from '../text.ts';
import type { AppClient } from './bridge.ts';
import { createManagerCommand } from './manager-command.ts';
import type { createNotices } from './notices.ts';

export type HistoryList = 'stock' | 'days' | 'products' | 'customers' | 'held';

/** What somebody has typed and chosen so far. */
export interface HistoryChoices {
  readonly code: string;
  readonly leaveStock: boolean;
  readonly typedName: string;
  readonly list: HistoryList;
  /** The batch whose undoing was asked for, and is not certain yet. */
  readonly toUndo: string | null;
  readonly isStopping: boolean;
}

/** The import of history: each step that a manager takes, going on while other screens are seen (R77). */
export const createHistoryState = (call: AppClient, notices: ReturnType<typeof createNotices>) => {
  const store = createStore<HistoryChoices>(() => ({
    code: '',
    // Most shops have counted before they think of history, and what was counted must not be taken off twice.
    leaveStock: true,
    typedName: '',
    list: 'stock',
    toUndo: null,
    isStopping: false,
  }));
  const unlocking = createManagerCommand(call);
  const rehearsing = createManagerCommand(call);
  const importing = createManagerCommand(call);
  const undoing = createManagerCommand(call);
  return {
    store,
    unlocking,
    rehearsing,
    importing,
    undoing,
    unlock: (): Promise<void> =>
      unlocking.run(
        () => call('history.unlock', { code: store.getState().code }),
        () => {
          store.setState({ code: '' });
          notices.say(text.history.locked.done);
        },
      ),
    rehearse: (): Promise<void> =>
      rehearsing.run(
        () => call('history.rehearse', { leaveStock: store.getState().leaveStock }),
        () => store.setState({ typedName: '', list: 'stock' }),
      ),
    confirm: (batchId: string): Promise<void> =>
      importing.run(
        () => call('history.import', { batchId, typedName: store.getState().typedName }),
        ({ sales }) => {
          store.setState({ typedName: '' });
          notices.say(text.history.confirm.done(sales));
        },
      ),
    /** `keepWorkedOn`: what staff worked on since stays, where that is a reason to refuse. */
    undo: (batchId: string, keepWorkedOn: boolean): Promise<void> =>
      undoing.run(
        () => call('history.undo', { batchId, keepWorkedOn }),
        () => {
          store.setState({ toUndo: null });
          notices.say(text.history.batches.undone);
        },
      ),
    stop: async (): Promise<void> => {
      store.setState({ isStopping: true });
      const reply = await call('history.cancel', {});
      store.setState({ isStopping: false });
      if (!reply.ok) notices.say(reply.fault.message);
    },
  };
};
