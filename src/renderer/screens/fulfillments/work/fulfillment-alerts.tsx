import { CircleAlert, Hourglass, LockKeyhole, OctagonX } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { FulfillmentView } from '../../../../contract/fulfillments.ts';
import type { ConflictView } from '../../../../contract/outbox.ts';
import buttons from '../../../components/button.module.css';
import { useApp } from '../../../state/use-app.ts';
import { text } from '../../../text.ts';
import { PrintNotes } from '../../prints/print-notes.tsx';
import { ConflictCard } from '../../queue/conflict-card.tsx';
import { daysWaiting, returnAfterDays } from '../shelf-days.ts';
import styles from './fulfillment-alerts.module.css';

const none: readonly ConflictView[] = [];
const words = text.fulfillments;

interface AlertsProps {
  readonly view: FulfillmentView;
  readonly now: number;
}

/** What BigCommerce changed of this order while work was done on it here, ours beside theirs (R90). */
function Conflicts({ fulfillmentId, saleId }: Pick<FulfillmentView, 'fulfillmentId' | 'saleId'>): ReactNode {
  const { conflicts } = useApp().queue;
  const rows = useStore(conflicts.store, ({ data }) => data?.rows ?? none);
  const own = rows.filter((row) => row.fulfillmentId === fulfillmentId || row.saleId === saleId);
  return own.map((conflict) => (
    <div key={conflict.conflictId} className={styles.conflict}>
      <ConflictCard conflict={conflict} isHere />
    </div>
  ));
}

/** A step that a change overtook, to be done with one press. */
function OfferNote({ fulfillmentId }: Pick<FulfillmentView, 'fulfillmentId'>): ReactNode {
  const { desk } = useApp().fulfillments;
  const offer = useStore(desk.store, (state) => state.offer);
  if (offer?.fulfillmentId !== fulfillmentId) return null;
  return (
    <div className={styles.note} data-tone="amber" role="alert">
      <CircleAlert size={18} aria-hidden />
      <p>{words.offers.sentence(offer.what)}</p>
      <button type="button" className={buttons.button} onClick={() => void desk.takeOffer()}>
        {words.offers.again}
      </button>
      <button type="button" className={buttons.button} onClick={desk.leaveOffer}>
        {words.offers.leave}
      </button>
    </div>
  );
}

function StuckNote({ view }: Pick<AlertsProps, 'view'>): ReactNode {
  const { work, desk } = useApp().fulfillments;
  if (view.stuckReason === null) return null;
  return (
    <div className={styles.note} data-tone="red">
      <OctagonX size={18} aria-hidden />
      <p>{words.stuck(view.stuckReason)}</p>
      <button
        type="button"
        className={buttons.button}
        onClick={() => void work.run(view.fulfillmentId, desk.steps.cannotFulfil(''))}
      >
        {words.actions.can}
      </button>
    </div>
  );
}

/** Where a pickup waits and for how long; after some days it is asked whether it goes back (N7). */
function ShelfNote({ view, now }: AlertsProps): ReactNode {
  const { work, desk } = useApp().fulfillments;
  const days = daysWaiting(view, now);
  if (days === null) return null;
  const isLong = days >= returnAfterDays;
  const place = view.shelfCode ? words.shelf.waitingOn(view.shelfCode, days) : words.shelf.waiting(days);
  return (
    <div className={styles.note} data-tone={isLong ? 'amber' : 'green'}>
      <Hourglass size={18} aria-hidden />
      <p>
        {place}. {isLong ? words.shelf.tooLong(days) : null}
      </p>
      <button
        type="button"
        className={buttons.button}
        onClick={() => void work.run(view.fulfillmentId, desk.steps.returnToStock())}
      >
        {words.shelf.returnToStock}
      </button>
    </div>
  );
}

/** What has to be known before anything is done with it. */
export function FulfillmentAlerts({ view, now }: AlertsProps): ReactNode {
  const isOpen = view.status !== 'fulfilled' && view.status !== 'cancelled';
  return (
    <>
      <PrintNotes fulfillmentId={view.fulfillmentId} now={now} />
      <OfferNote fulfillmentId={view.fulfillmentId} />
      <Conflicts fulfillmentId={view.fulfillmentId} saleId={view.saleId} />
      <StuckNote view={view} />
      {isOpen && view.lock !== null ? (
        <div className={styles.note} data-tone="amber">
          <LockKeyhole size={18} aria-hidden />
          <p>{words.locks[view.lock]}</p>
        </div>
      ) : null}
      <ShelfNote view={view} now={now} />
    </>
  );
}
