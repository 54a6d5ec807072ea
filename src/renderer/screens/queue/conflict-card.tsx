import { GitCompareArrows } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import type { ConflictView } from '../../../contract/outbox.ts';
import buttons from '../../components/button.module.css';
import { whenOf } from '../../format/instants.ts';
import { useApp } from '../../state/use-app.ts';
import { useNow } from '../../state/use-now.ts';
import { useTimeZone } from '../../state/use-shop.ts';
import { text } from '../../text.ts';
import styles from './conflict-card.module.css';

const words = text.queue.conflict;

interface ConflictCardProps {
  readonly conflict: ConflictView;
  /** Shown with its order, so that it need not be opened from here. */
  readonly isHere?: boolean;
}

/** What is to be decided, or only to be known. */
function Answers({ conflict }: { readonly conflict: ConflictView }): ReactNode {
  const { queue } = useApp();
  const isBusy = useStore(queue.store, ({ busy }) => busy.has(conflict.conflictId));
  const settle = (answer: 'seen' | 'theirs' | 'ours') => (): void => void queue.settle(conflict, answer);
  if (conflict.entryId === null) {
    return (
      <button type="button" className={buttons.button} aria-disabled={isBusy} onClick={settle('seen')}>
        {words.seen}
      </button>
    );
  }
  return (
    <>
      <button type="button" className={buttons.button} aria-disabled={isBusy} onClick={settle('theirs')}>
        {words.theirsStands}
      </button>
      <button type="button" className={buttons.button} aria-disabled={isBusy} onClick={settle('ours')}>
        {words.oursGoes}
      </button>
    </>
  );
}

/** What BigCommerce changed while work was done here: ours beside theirs, what follows, and one question (R90). */
export function ConflictCard({ conflict, isHere = false }: ConflictCardProps): ReactNode {
  const { kind, orderId, customerName, fulfillmentId, ours, theirs, rule, raisedAt } = conflict;
  const timeZone = useTimeZone();
  const now = useNow(60_000);
  const order = orderId === null ? text.none : text.order(orderId);
  return (
    <article className={styles.card} aria-label={words.label(words.kinds[kind], orderId ?? text.none)}>
      <header className={styles.head}>
        <GitCompareArrows size={20} aria-hidden />
        <h3 className={styles.title}>{words.kinds[kind]}</h3>
        {isHere ? null : (
          <p className={styles.order}>
            {fulfillmentId === null ? order : <Link href={`/fulfillments/${fulfillmentId}`}>{order}</Link>}{' '}
            {customerName}
          </p>
        )}
        <time className={styles.when} dateTime={raisedAt}>
          {whenOf(raisedAt, timeZone, now)}
        </time>
      </header>
      <dl className={styles.sides}>
        <div className={styles.side}>
          <dt>{words.ours}</dt>
          <dd>{ours}</dd>
        </div>
        <div className={styles.side}>
          <dt>{words.theirs}</dt>
          <dd>{theirs}</dd>
        </div>
      </dl>
      <p className={styles.rule}>{rule}</p>
      <div className={styles.answers}>
        <Answers conflict={conflict} />
      </div>
    </article>
  );
}
