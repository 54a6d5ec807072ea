import { type ReactNode, useId } from 'react';
import { useStore } from 'zustand';
import field from '../../../components/field.module.css';
import { ManagerForm } from '../../../components/manager-form.tsx';
import { RunningWork } from '../../../components/running-work.tsx';
import { useApp } from '../../../state/use-app.ts';
import { text } from '../../../text.ts';
import look from '../section-page.module.css';
import { CheckedStore } from './checked-store.tsx';
import { PlanChoice } from './plan-choice.tsx';

const works = ['store_check'] as const;
const words = text.link.store;

/** Which store, with which token, on which plan; tested, it says what the token may do. */
export function StoreStep(): ReactNode {
  const { link } = useApp();
  const { address, token, plan, check } = useStore(link.store);
  const id = useId();
  const isComplete = address.trim() !== '' && token.trim() !== '';
  return (
    <section className={look.part} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`} className={look.heading}>
        {words.title}
      </h3>
      <ManagerForm
        command={link.checking}
        className={look.form}
        label={words.test}
        busy={words.testing}
        hindrance={isComplete ? null : words.incomplete}
        isOffered={check === null}
        onSubmit={() => void link.test()}
      >
        <label htmlFor={`${id}-address`}>{words.address}</label>
        <input
          id={`${id}-address`}
          className={field.field}
          autoComplete="off"
          spellCheck={false}
          maxLength={300}
          aria-describedby={`${id}-hint`}
          value={address}
          onChange={({ target }) => link.changeAccess({ address: target.value })}
        />
        <label htmlFor={`${id}-token`}>{words.token}</label>
        <input
          id={`${id}-token`}
          className={field.field}
          type="password"
          autoComplete="off"
          maxLength={200}
          aria-describedby={`${id}-hint`}
          value={token}
          onChange={({ target }) => link.changeAccess({ token: target.value })}
        />
        <p id={`${id}-hint`} className={`${look.end} ${look.soft}`}>
          {words.addressHint}
        </p>
        <label htmlFor={`${id}-plan`}>{text.link.plan.label}</label>
        <PlanChoice id={`${id}-plan`} plan={plan} onChange={(next) => link.store.setState({ plan: next })} />
      </ManagerForm>
      <RunningWork works={works} />
      {check === null ? null : <CheckedStore check={check} />}
    </section>
  );
}
