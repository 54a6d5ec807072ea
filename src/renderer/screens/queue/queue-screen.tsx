import { Send } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { RecordNoun } from '../../../contract/event.ts';
import { AsOf } from '../../components/as-of.tsx';
import buttons from '../../components/button.module.css';
import { EmptyState } from '../../components/empty-state.tsx';
import { FaultNote } from '../../components/fault-note.tsx';
import { LongList } from '../../components/long-list.tsx';
import { Page } from '../../components/page.tsx';
import { RecordBody } from '../../components/record-body.tsx';
import { Refused } from '../../components/refused.tsx';
import { Segments } from '../../components/segments.tsx';
import { Spoken } from '../../components/spoken.tsx';
import type { Shortcut } from '../../state/key-match.ts';
import { pageSize } from '../../state/paged-list.ts';
import type { QueueView } from '../../state/queue-state.ts';
import { useApp } from '../../state/use-app.ts';
import { useNow } from '../../state/use-now.ts';
import { useTimeZone } from '../../state/use-shop.ts';
import { useShortcuts } from '../../state/use-shortcuts.ts';
import { text } from '../../text.ts';
import { ConflictCard } from './conflict-card.tsx';
import { HeldOrders } from './held-orders.tsx';
import { QueueEntry } from './queue-entry.tsx';
import styles from './queue-screen.module.css';
import { WhyField } from './why-field.tsx';

const nouns: readonly RecordNoun[] = ['outbox', 'fulfillments', 'stock'];
const views: readonly QueueView[] = ['unsent', 'conflicts', 'held', 'told'];
const words = text.queue;

interface Times {
  readonly timeZone: string;
  readonly now: number;
}

/** What BigCommerce is still to be told, or was. */
function Entries({ view, ...times }: { readonly view: 'unsent' | 'told' } & Times): ReactNode {
  const { queue, live } = useApp();
  const { rows, nextCursor, shown, query, fault } = useStore(queue.list.store);
  const refresh = useCallback(
    () => void queue.list.refresh(Math.max(pageSize, queue.list.store.getState().rows.length)),
    [queue],
  );
  useEffect(() => live.on(nouns, refresh), [live, refresh]);
  return (
    <>
      {fault === null ? null : <FaultNote fault={fault} onAgain={refresh} />}
      {shown !== query ? null : rows.length === 0 ? (
        <EmptyState sentence={words.empty[view]} />
      ) : (
        <LongList
          label={words.list[view]}
          items={rows}
          keyOf={(entry) => entry.entryId}
          usualHeight={96}
          renderItem={(entry) => <QueueEntry entry={entry} {...times} />}
          onNearEnd={nextCursor === null ? undefined : queue.list.more}
        />
      )}
    </>
  );
}

function Conflicts(): ReactNode {
  const { conflicts } = useApp().queue;
  const { data, fault } = useStore(conflicts.store);
  return (
    <RecordBody view={data} fault={fault} onAgain={() => void conflicts.again()}>
      {({ rows }) =>
        rows.length === 0 ? (
          <EmptyState sentence={words.empty.conflicts} />
        ) : (
          <div className={styles.cards}>
            {rows.map((conflict) => (
              <ConflictCard key={conflict.conflictId} conflict={conflict} />
            ))}
          </div>
        )
      }
    </RecordBody>
  );
}

/** Lets everything go out that waits or was held back, where anything is; also without a line, for when there is one. */
function SendAll({ unsent }: { readonly unsent: number | undefined }): ReactNode {
  const { queue } = useApp();
  const isBusy = useStore(queue.store, ({ busy }) => busy.has('all'));
  const shortcuts = useMemo<readonly Shortcut[]>(
    () => [
      {
        keys: ['a'],
        label: text.keys.sendAll,
        hint: { keys: ['a'], label: text.keys.sendAll },
        run: () => void queue.retryAll(),
      },
      ...views.map((view, index) => ({
        keys: [String(index + 1)],
        label: words.views[view],
        ...(index === 0 ? { hint: { keys: [`1–${views.length}`], label: words.views.label } } : {}),
        run: () => queue.show(view),
      })),
    ],
    [queue],
  );
  useShortcuts('list', shortcuts);
  if (unsent === 0) return null;
  return (
    <button
      type="button"
      className={buttons.button}
      aria-disabled={isBusy}
      aria-keyshortcuts="a"
      onClick={() => void queue.retryAll()}
    >
      <Send size={18} aria-hidden />
      {words.sendAll}
    </button>
  );
}

/** What BigCommerce was not told yet, where both disagree, and what could not be understood (R89, R90, N4). */
export function QueueScreen(): ReactNode {
  const { queue, sync } = useApp();
  const { view, refused } = useStore(queue.store);
  const unsent = useStore(sync.store, ({ status }) =>
    status === null ? undefined : status.outbox.pending + status.outbox.parked,
  );
  const held = useStore(sync.store, ({ status }) => status?.held);
  const conflicts = useStore(queue.conflicts.store, ({ data }) => data?.rows.length);
  const timeZone = useTimeZone();
  const now = useNow(5_000);
  useEffect(() => queue.show(queue.store.getState().view), [queue]);

  const counts: Readonly<Partial<Record<QueueView, number | undefined>>> = { unsent, conflicts, held };
  const above = (
    <>
      <Segments
        label={words.views.label}
        segments={views.map((value) => ({ value, label: words.views[value], count: counts[value] }))}
        value={view}
        onChange={queue.show}
      />
      <SendAll unsent={unsent} />
      <span className={styles.asOf}>
        <AsOf />
      </span>
    </>
  );
  return (
    <Page title={words.title} above={above}>
      <WhyField />
      <h2>
        <Spoken>{words.views[view]}</Spoken>
      </h2>
      {refused === null ? null : <Refused>{refused.message}</Refused>}
      {view === 'unsent' || view === 'told' ? <Entries view={view} timeZone={timeZone} now={now} /> : null}
      {view === 'conflicts' ? <Conflicts /> : null}
      {view === 'held' ? <HeldOrders timeZone={timeZone} now={now} /> : null}
    </Page>
  );
}
