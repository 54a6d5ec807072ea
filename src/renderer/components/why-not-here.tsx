import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { Fault } from '../../contract/fault.ts';
import type { Output } from '../state/bridge.ts';
import { useApp } from '../state/use-app.ts';
import { text } from '../text.ts';
import buttons from './button.module.css';
import styles from './why-not-here.module.css';

type Why = Output<'orders.why'>;

interface WhyNotHereProps {
  readonly orderId: string;
  /** It was asked for already, where the number was typed. */
  readonly atOnce?: boolean;
}

/** "Why isn't order 1234 here?": asks, and shows the reason and the next step (N4). */
export function WhyNotHere({ orderId, atOnce = false }: WhyNotHereProps): ReactNode {
  const { call } = useApp();
  const [why, setWhy] = useState<Why | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);

  const ask = useCallback(async (): Promise<void> => {
    const reply = await call('orders.why', { orderId });
    setWhy(reply.ok ? reply.data : null);
    setFault(reply.ok ? null : reply.fault);
  }, [call, orderId]);
  useEffect(() => {
    if (atOnce) void ask();
  }, [atOnce, ask]);

  return (
    <div className={styles.why}>
      {why === null && !(atOnce && fault === null) ? (
        <button type="button" className={buttons.button} onClick={() => void ask()}>
          {text.states.whyNot(orderId)}
        </button>
      ) : null}
      <div role="status">
        {why === null ? null : (
          <div className={styles.answer}>
            <h2 className={styles.reason}>{text.whyReason[why.reason]}</h2>
            <p>{why.message}</p>
            {why.nextStep === '' ? null : (
              <p>
                <strong>{text.states.nextStep}:</strong> {why.nextStep}
              </p>
            )}
          </div>
        )}
        {fault === null ? null : <p>{fault.message}</p>}
      </div>
    </div>
  );
}
