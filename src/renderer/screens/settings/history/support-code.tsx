import { type ReactNode, useId } from 'react';
import { useStore } from 'zustand';
import field from '../../../components/field.module.css';
import { ManagerStep } from '../../../components/manager-step.tsx';
import { Section } from '../../../components/section.tsx';
import { useApp } from '../../../state/use-app.ts';
import { text } from '../../../text.ts';
import styles from './support-code.module.css';

const words = text.history.locked;

/** Where it is locked: the code that Retail Support sent, and a manager (R77). */
export function SupportCode(): ReactNode {
  const { history, shop } = useApp();
  const code = useStore(history.store, (choices) => choices.code);
  const isPractice = useStore(shop.about.store, ({ data }) => data?.practice === true);
  const id = useId();
  return (
    <Section title={words.title}>
      <div className={styles.entry}>
        <p id={`${id}-what`}>{words.what}</p>
        <label htmlFor={id}>{words.code}</label>
        <textarea
          id={id}
          className={`${field.field} ${styles.code}`}
          rows={4}
          spellCheck={false}
          autoComplete="off"
          maxLength={2_000}
          aria-describedby={`${id}-what`}
          value={code}
          onChange={({ target }) => history.store.setState({ code: target.value })}
        />
        {isPractice ? <p className={styles.practice}>{words.practice}</p> : null}
        <ManagerStep
          command={history.unlocking}
          label={words.commit}
          busy={words.busy}
          hindrance={null}
          onPress={() => (code.trim() === '' ? document.getElementById(id)?.focus() : void history.unlock())}
        />
      </div>
    </Section>
  );
}
