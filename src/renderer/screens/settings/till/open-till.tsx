import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { Refused } from '../../../components/refused.tsx';
import { SubmitButton } from '../../../components/submit-button.tsx';
import { typedAmount } from '../../../format/typed-amount.ts';
import type { Output } from '../../../state/bridge.ts';
import { useApp } from '../../../state/use-app.ts';
import { useOneCommand } from '../../../state/use-one-command.ts';
import { text } from '../../../text.ts';
import { CashField, Understood } from './cash-field.tsx';
import styles from './till.module.css';

const words = text.till.float;

/** Opens a register with the cash that lies in its drawer. */
export function OpenTill({ register }: { readonly register: Output<'registers.list'>['rows'][number] }): ReactNode {
  const { call, notices } = useApp();
  const command = useOneCommand();
  const [typed, setTyped] = useState('');
  const id = useId();
  const float = typedAmount(typed);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (float === null) return;
    void command.run(
      () => call('registers.open', { registerId: register.registerId, float }),
      () => notices.say(words.done(register.name)),
    );
  };
  return (
    <form className={styles.panel} onSubmit={submit} data-screen-only>
      {command.fault === null ? null : <Refused>{command.fault.message}</Refused>}
      <div className={styles.line}>
        <label htmlFor={id}>{words.label}</label>
        <CashField id={id} value={typed} onChange={setTyped} />
        <Understood amount={float} currency={register.currency} />
      </div>
      <SubmitButton
        label={words.commit}
        busy={command.isBusy ? words.busy : null}
        hindrance={float === null ? words.invalid() : null}
      />
    </form>
  );
}
