import { CircleDot, Lock } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import field from '../../../components/field.module.css';
import { whenOf } from '../../../format/instants.ts';
import type { Output } from '../../../state/bridge.ts';
import { useNow } from '../../../state/use-now.ts';
import { useTimeZone } from '../../../state/use-shop.ts';
import { text } from '../../../text.ts';
import styles from './till.module.css';

const words = text.till;

type Register = Output<'registers.list'>['rows'][number];

interface RegisterHeadProps {
  readonly registers: readonly Register[];
  readonly register: Register;
  readonly onChoose: (registerId: string) => void;
}

/** Which register it is, and whether it is open. */
export function RegisterHead({ registers, register, onChoose }: RegisterHeadProps): ReactNode {
  const timeZone = useTimeZone();
  const now = useNow(30_000);
  const id = useId();
  const { state, openedAt, openedBy, waitingPayments } = register;
  const isOpen = state === 'open';
  const Icon = isOpen ? CircleDot : Lock;
  return (
    <div className={styles.head} data-screen-only>
      {registers.length > 1 ? (
        <>
          <label htmlFor={id}>{words.register}</label>
          <select
            id={id}
            className={field.field}
            value={register.registerId}
            onChange={({ target }) => onChoose(target.value)}
          >
            {registers.map(({ registerId, name, outletName }) => (
              <option key={registerId} value={registerId}>
                {`${outletName} · ${name}`}
              </option>
            ))}
          </select>
        </>
      ) : (
        <p className={styles.register}>{`${register.outletName} · ${register.name}`}</p>
      )}
      <p className={styles.state} data-open={isOpen}>
        <Icon size={16} aria-hidden />
        {isOpen ? words.open : words.closed}
      </p>
      <p className={styles.soft}>
        {isOpen && openedAt !== null
          ? words.openSince(whenOf(openedAt, timeZone, now), openedBy)
          : words.waiting(waitingPayments)}
      </p>
    </div>
  );
}
