import { CloudUpload, OctagonAlert, Send, Trash2 } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import type { OutboxEntryView } from '../../../contract/outbox.ts';
import buttons from '../../components/button.module.css';
import field from '../../components/field.module.css';
import { ManagerForm } from '../../components/manager-form.tsx';
import { useFocusBack } from '../../components/use-focus-back.ts';
import { pauseUntil, whenOf } from '../../format/instants.ts';
import { takeFocus } from '../../state/focus-places.ts';
import { useApp } from '../../state/use-app.ts';
import { text } from '../../text.ts';
import styles from './queue-entry.module.css';

const words = text.queue;

interface EntryProps {
  readonly entry: OutboxEntryView;
  readonly timeZone: string;
  readonly now: number;
}

function Subject({ entry }: Pick<EntryProps, 'entry'>): ReactNode {
  const { orderId, fulfillmentId, productId } = entry;
  if (orderId !== null && fulfillmentId !== null) {
    return <Link href={`/fulfillments/${fulfillmentId}`}>{words.order(orderId)}</Link>;
  }
  if (productId !== null) return <Link href={`/stock/${productId}`}>{words.openProduct}</Link>;
  return orderId === null ? null : <span>{words.order(orderId)}</span>;
}

/** When it is tried again, or why it is not. */
const whatNext = ({ state, waitsFor, nextAttemptAt }: OutboxEntryView, now: number, isOffline: boolean): string => {
  if (state === 'parked') return words.notByItself;
  if (waitsFor !== null) return words.waits[waitsFor];
  if (isOffline) return words.onceReached;
  if (nextAttemptAt === null) return '';
  return Date.parse(nextAttemptAt) <= now ? words.nextTryNow : words.nextTry(pauseUntil(nextAttemptAt, now));
};

/** Why BigCommerce is not to be told, and a manager's word for it (R6, R89). */
function Discarding({ entry }: Pick<EntryProps, 'entry'>): ReactNode {
  const { queue } = useApp();
  const reason = useStore(queue.store, ({ discarding }) => discarding?.reason ?? '');
  const id = useId();
  return (
    <div className={styles.discarding}>
      <ManagerForm
        command={queue.discard}
        className={styles.why}
        label={words.discardCommit}
        busy={words.discarding}
        hindrance={reason.trim() === '' ? words.needsReason : null}
        onSubmit={() => void queue.commitDiscard()}
      >
        <label htmlFor={id}>{words.discardReason}</label>
        <input
          ref={takeFocus}
          id={id}
          className={field.field}
          autoComplete="off"
          maxLength={500}
          value={reason}
          onChange={({ target }) => queue.typeReason(target.value)}
        />
      </ManagerForm>
      <button type="button" className={buttons.button} aria-label={`${words.keep}: ${entry.what}`} onClick={queue.keep}>
        {words.keep}
      </button>
    </div>
  );
}

function Actions({ entry, isDiscarding }: Pick<EntryProps, 'entry'> & { readonly isDiscarding: boolean }): ReactNode {
  const { queue } = useApp();
  const isBusy = useStore(queue.store, ({ busy }) => busy.has(entry.entryId));
  const discardButton = useFocusBack(isDiscarding);
  if (isDiscarding) return null;
  // What was sent is looked for; that has to end before anything is decided.
  if (entry.state !== 'parked' && entry.state !== 'pending') return null;
  return (
    <div className={styles.actions}>
      {entry.state === 'parked' ? (
        <button
          type="button"
          className={buttons.button}
          aria-label={words.sendAgainNamed(entry.what)}
          aria-disabled={isBusy}
          onClick={() => void queue.retry(entry)}
        >
          <Send size={18} aria-hidden />
          {words.sendAgain}
        </button>
      ) : null}
      {entry.kind === 'stock_level' ? null : (
        <button
          ref={discardButton}
          type="button"
          className={buttons.button}
          aria-label={words.discardNamed(entry.what)}
          onClick={() => queue.askDiscard(entry.entryId)}
        >
          <Trash2 size={18} aria-hidden />
          {words.discard}
        </button>
      )}
    </div>
  );
}

/** One change that BigCommerce is to be told, or was: what, of which order, how often tried, and what was answered. */
export function QueueEntry({ entry, timeZone, now }: EntryProps): ReactNode {
  const { queue, sync } = useApp();
  const isOffline = useStore(sync.store, ({ status }) => status?.state === 'offline');
  const isDiscarding = useStore(queue.store, ({ discarding }) => discarding?.entryId === entry.entryId);
  const isEnded = ['sent', 'yielded', 'withdrawn', 'discarded'].includes(entry.state);
  const Icon = entry.state === 'parked' ? OctagonAlert : CloudUpload;
  return (
    <article className={styles.entry} data-state={entry.state} aria-label={entry.what}>
      <Icon className={styles.icon} size={20} aria-hidden />
      <div className={styles.words}>
        <h3 className={styles.what}>{entry.what}</h3>
        <p className={styles.facts}>
          <Subject entry={entry} />
          {entry.createdAt === null ? null : (
            <span>{(isEnded ? words.ended : words.made)(whenOf(entry.createdAt, timeZone, now))}</span>
          )}
          {entry.by === null ? null : <span>{words.by(entry.by)}</span>}
        </p>
        <p className={styles.facts}>
          <strong className={styles.state} data-state={entry.state}>
            {words.states[entry.state]}
          </strong>
          <span>{words.attempts(entry.attempts)}</span>
          {isEnded ? null : <span>{whatNext(entry, now, isOffline)}</span>}
        </p>
        {entry.lastAnswer === '' ? null : (
          <p className={styles.answer}>
            <span className={styles.label}>{words.answer}:</span> {entry.lastAnswer}
          </p>
        )}
        {isDiscarding ? <Discarding entry={entry} /> : null}
      </div>
      <Actions entry={entry} isDiscarding={isDiscarding} />
    </article>
  );
}
