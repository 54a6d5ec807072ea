import { type FormEvent, type ReactNode, useId, useState } from 'react';
import buttons from '../../../components/button.module.css';
import field from '../../../components/field.module.css';
import { Refused } from '../../../components/refused.tsx';
import { Segments } from '../../../components/segments.tsx';
import { SubmitButton } from '../../../components/submit-button.tsx';
import { typedAmount } from '../../../format/typed-amount.ts';
import type { Output } from '../../../state/bridge.ts';
import { useApp } from '../../../state/use-app.ts';
import { useOneCommand } from '../../../state/use-one-command.ts';
import { text } from '../../../text.ts';
import look from '../section-page.module.css';
import { CashField, Understood } from './cash-field.tsx';
import styles from './till.module.css';

const words = text.till.cash;
const kinds = ['paid_out', 'paid_in'] as const;

interface MoveCashProps {
  readonly register: Output<'registers.list'>['rows'][number];
  readonly onEnd: () => void;
}

/** Money put into the drawer, or taken out of it, without a sale. */
export function MoveCash({ register, onEnd }: MoveCashProps): ReactNode {
  const { call, notices } = useApp();
  const command = useOneCommand();
  const [kind, setKind] = useState<(typeof kinds)[number]>('paid_out');
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const id = useId();
  const amount = typedAmount(typed);
  const isComplete = amount !== null && reason.trim() !== '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (amount === null || reason.trim() === '') return;
    void command.run(
      () => call('registers.moveCash', { registerId: register.registerId, kind, amount, reason }),
      () => {
        notices.say(words.done);
        onEnd();
      },
    );
  };
  return (
    <form className={styles.panel} aria-labelledby={`${id}-title`} onSubmit={submit} data-screen-only>
      <h3 id={`${id}-title`} className={look.heading}>
        {words.title}
      </h3>
      {command.fault === null ? null : <Refused>{command.fault.message}</Refused>}
      <div>
        <Segments
          label={words.kind}
          segments={kinds.map((value) => ({ value, label: words.kinds[value] }))}
          value={kind}
          onChange={setKind}
        />
      </div>
      <div className={look.form}>
        <label htmlFor={`${id}-amount`}>{words.amount}</label>
        <span className={styles.line}>
          <CashField id={`${id}-amount`} value={typed} onChange={setTyped} first />
          <Understood amount={amount} currency={register.currency} />
        </span>
        <label htmlFor={`${id}-reason`}>{words.reason}</label>
        <input
          id={`${id}-reason`}
          className={field.field}
          autoComplete="off"
          maxLength={200}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </div>
      <div className={styles.actions}>
        <SubmitButton
          label={words.commit}
          busy={command.isBusy ? words.busy : null}
          hindrance={isComplete ? null : words.incomplete}
        />
        <button type="button" className={buttons.button} onClick={onEnd}>
          {text.till.close.cancel}
        </button>
      </div>
    </form>
  );
}
