import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import type { RecordNoun } from '../../contract/event.ts';
import type { SyncStatusView } from '../../contract/sync.ts';
import { whenOf } from '../format/instants.ts';
import { chipWords } from '../format/sync-chip.ts';
import { useApp } from '../state/use-app.ts';
import { useQuery } from '../state/use-query.ts';
import { useTimeZone } from '../state/use-shop.ts';
import { text } from '../text.ts';
import buttons from './button.module.css';
import { Keys } from './keys.tsx';
import styles from './sync-popover.module.css';

const nouns: readonly RecordNoun[] = ['orders', 'sales', 'link'];
const checkKeys: readonly string[] = ['s'];

/** What is wrong and what to do about it, or that all is well. */
const explanation = (status: SyncStatusView, lost: boolean, isOld: boolean, minutes: number): readonly string[] => {
  if (lost) return [text.sync.reconnectingMessage];
  if (status.problem !== null) return [text.problem(status.problem), text.problemStep(status.problem)];
  if (isOld) return [text.sync.old(minutes)];
  return status.state === 'idle' && status.lastPulledAt !== null ? [text.sync.fresh] : [];
};

function HeldOrders({ now }: { readonly now: number }): ReactNode {
  const timeZone = useTimeZone();
  const { data } = useQuery('orders.held', {}, nouns);
  if (data === null || data.rows.length === 0) return null;
  return (
    <section className={styles.held}>
      <h3 className={styles.heading}>{text.sync.held(data.rows.length)}</h3>
      <p className={styles.soft}>{text.sync.heldMeaning}</p>
      <ul>
        {data.rows.map((row) => (
          <li key={row.orderId} className={styles.order}>
            <strong>{text.order(row.orderId)}</strong>{' '}
            <span className={styles.soft}>{text.sync.heldAt(whenOf(row.heldAt, timeZone, now))}</span>
            <p>{row.message}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Opened from the sync chip: the problem and its next step, what waits, the held orders, and "Check now". */
export function SyncPopover({ now }: { readonly now: number }): ReactNode {
  const { sync, freshness } = useApp();
  const freshMinutes = useStore(freshness.store, (state) => state.minutes);
  const { status, connection, asking } = useStore(sync.store);
  const [isOpen, setIsOpen] = useState(false);
  const timeZone = useTimeZone();
  const words = chipWords({ status, connection, now, timeZone, freshMinutes });
  const lines =
    status === null ? [] : explanation(status, connection !== 'connected', freshness.isOld(now), freshMinutes);
  const { pending, parked } = status?.outbox ?? { pending: 0, parked: 0 };
  const checked = status?.lastPulledAt ?? null;
  return (
    <div
      className={styles.popover}
      id="sync-popover"
      popover="auto"
      onToggle={(event) => setIsOpen(event.newState === 'open')}
    >
      <h2 className={styles.title}>{words.label}</h2>
      {words.progress === null ? null : (
        <progress className={styles.progress} max={1} value={words.progress} aria-label={words.label} />
      )}
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {checked === null || status?.state === 'idle' ? null : (
        <p className={styles.soft}>{text.sync.checked(whenOf(checked, timeZone, now))}</p>
      )}
      {pending > 0 ? <p>{text.sync.waiting(pending)}</p> : null}
      {parked > 0 ? <p>{text.sync.parked(parked)}</p> : null}
      {pending + parked > 0 ? (
        <Link href="/queue" className={buttons.button}>
          {text.sync.openQueue}
        </Link>
      ) : null}
      {isOpen ? <HeldOrders now={now} /> : null}
      <button type="button" className={buttons.primary} aria-disabled={asking} onClick={() => void sync.pullNow()}>
        {asking ? text.sync.checkingNow : text.sync.checkNow}
        <Keys keys={checkKeys} />
      </button>
    </div>
  );
}
