import { createStore } from 'zustand/vanilla';
import type { Fault } from '../../contract/fault.ts';
import type { ConflictView, OutboxEntryView } from '../../contract/outbox.ts';
import { text } from '../text.ts';
import type { AppClient } from './bridge.ts';
import type { Live } from './live.ts';
import { createManagerCommand } from './manager-command.ts';
import type { createNotices } from './notices.ts';
import { createPagedList, pageInput } from './paged-list.ts';
import { createQuestion } from './question.ts';

export type QueueView = 'unsent' | 'conflicts' | 'held' | 'told';

interface QueueWork {
  readonly view: QueueView;
  /** What is being answered or sent again, by entry or conflict. */
  readonly busy: ReadonlySet<string>;
  /** The entry that a manager is asked about, and why it is to be given up. */
  readonly discarding: { readonly entryId: string; readonly reason: string } | null;
  /** Why the last thing asked for was not done. */
  readonly refused: Fault | null;
}

interface QueueDeps {
  readonly call: AppClient;
  readonly live: Live;
  readonly notices: ReturnType<typeof createNotices>;
}

const words = text.queue;

/** Known at once, and shown beside their orders; the rest follows as they are answered. */
const mostConflicts = 250;

/** What BigCommerce is still to be told, where both disagree, and what staff decide about it. */
export const createQueueState = ({ call, live, notices }: QueueDeps) => {
  const store = createStore<QueueWork>(() => ({ view: 'unsent', busy: new Set(), discarding: null, refused: null }));
  const list = createPagedList<{ readonly ended: boolean }, OutboxEntryView>(
    ({ ended }, cursor, limit) => call('outbox.list', { ended, ...pageInput(cursor, limit) }),
    (entry) => entry.entryId,
    { ended: false },
  );
  const conflicts = createQuestion(() => call('outbox.conflicts', { limit: mostConflicts }));
  const discard = createManagerCommand(call);

  live.on(['outbox', 'fulfillments', 'sales'], () => void conflicts.again());
  void conflicts.ask(undefined);

  const during = async (id: string, act: () => Promise<Fault | null>): Promise<void> => {
    if (store.getState().busy.has(id)) return;
    store.setState(({ busy }) => ({ busy: new Set([...busy, id]), refused: null }));
    const refused = await act();
    store.setState(({ busy }) => ({ busy: new Set([...busy].filter((each) => each !== id)), refused }));
  };

  return {
    store,
    list,
    conflicts,
    discard,
    show: (view: QueueView): void => {
      store.setState({ view, refused: null });
      if (view === 'unsent' || view === 'told') void list.show({ ended: view === 'told' });
    },
    retry: ({ entryId }: OutboxEntryView): Promise<void> =>
      during(entryId, async () => {
        const reply = await call('outbox.retry', { entryId });
        if (!reply.ok) return reply.fault;
        notices.say(words.sendingAgain);
        return null;
      }),
    retryAll: (): Promise<void> =>
      during('all', async () => {
        const reply = await call('outbox.retryAll', {});
        if (!reply.ok) return reply.fault;
        notices.say(words.sendingAll(reply.data.entries));
        return null;
      }),
    settle: ({ conflictId }: ConflictView, answer: 'seen' | 'theirs' | 'ours'): Promise<void> =>
      during(conflictId, async () => {
        const reply = await call('outbox.settle', { conflictId, answer });
        if (!reply.ok) return reply.fault;
        notices.say(words.conflict.settled[answer]);
        await conflicts.again();
        return null;
      }),
    askDiscard: (entryId: string): void => {
      discard.forget();
      store.setState({ discarding: { entryId, reason: '' } });
    },
    typeReason: (reason: string): void =>
      store.setState(({ discarding }) => ({ discarding: discarding === null ? null : { ...discarding, reason } })),
    keep: (): void => {
      discard.forget();
      store.setState({ discarding: null });
    },
    /** Gives the entry up that was asked about: a manager, with the reason (R6, R89). */
    commitDiscard: async (): Promise<void> => {
      const { discarding } = store.getState();
      if (discarding === null || discarding.reason.trim() === '') return;
      const { entryId, reason } = discarding;
      await discard.run(
        () => call('outbox.discard', { entryId, reason: reason.trim() }),
        () => {
          store.setState({ discarding: null });
          notices.say(words.discarded);
        },
      );
    },
  };
};
