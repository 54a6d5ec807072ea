import { BellRing } from 'lucide-react';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import type { AlarmView } from '../state/alarms.ts';
import { focusList } from '../state/focus-places.ts';
import { useApp } from '../state/use-app.ts';
import { text } from '../text.ts';
import styles from './alarm-band.module.css';
import buttons from './button.module.css';

/** More would leave no room for the list on a small window; the next ones follow as these are seen. */
const MOST_SHOWN = 2;

function Alarm({ alarm }: { readonly alarm: AlarmView }): ReactNode {
  const { alarms } = useApp();
  const [, navigate] = useLocation();
  const open = (): void => {
    void alarms.seen(alarm.alarmId);
    navigate(alarm.fulfillmentId === null ? `/sales-history/${alarm.saleId}` : `/fulfillments/${alarm.fulfillmentId}`);
  };
  const seen = (): void => {
    void alarms.seen(alarm.alarmId);
    focusList();
  };
  return (
    <li className={styles.alarm}>
      <p className={styles.what} role="alert">
        <strong>{text.alarms.title(alarm.name === '' ? alarm.sku : alarm.name)}</strong>{' '}
        <span>{text.alarms.left(alarm.onHand)}</span>{' '}
        {alarm.orderId === null ? null : <span>{text.alarms.after(alarm.orderId)}</span>}
      </p>
      <button type="button" className={buttons.button} onClick={open}>
        {text.alarms.open}
      </button>
      <button type="button" className={buttons.button} onClick={seen}>
        {text.alarms.seen}
      </button>
    </li>
  );
}

/**
 * What imports took the last of, on every screen, until somebody has seen it (N6). It stands below the lists, so that
 * nothing moves under the finger of whoever works on them.
 */
export function AlarmBand(): ReactNode {
  const { alarms } = useApp();
  const rows = useStore(alarms.store, ({ data }) => data?.rows);
  if (rows === undefined || rows.length === 0) return null;
  const more = rows.length - MOST_SHOWN;
  return (
    <section className={styles.band} aria-label={text.alarms.label}>
      <BellRing className={styles.bell} key={rows[0]?.alarmId} size={22} aria-hidden />
      <ul className={styles.alarms}>
        {rows.slice(0, MOST_SHOWN).map((alarm) => (
          <Alarm key={alarm.alarmId} alarm={alarm} />
        ))}
      </ul>
      {more > 0 ? (
        <div className={styles.more}>
          <p>{text.alarms.more(more)}</p>
          <button type="button" className={buttons.button} onClick={() => void alarms.seen()}>
            {text.alarms.allSeen}
          </button>
        </div>
      ) : null}
    </section>
  );
}
