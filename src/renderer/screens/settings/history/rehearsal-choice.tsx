import { type ReactNode, useId } from 'react';
import { useStore } from 'zustand';
import type { HistoryBatchView } from '../../../../contract/history.ts';
import { ManagerStep } from '../../../components/manager-step.tsx';
import { Section } from '../../../components/section.tsx';
import { useApp } from '../../../state/use-app.ts';
import { useExchangeHindrance } from '../../../state/use-exchange-hindrance.ts';
import { text } from '../../../text.ts';
import styles from './rehearsal-choice.module.css';

const words = text.history.choice;

const choices = [
  { leaveStock: true, label: words.leave, meaning: words.leaveMeaning },
  { leaveStock: false, label: words.take, meaning: words.takeMeaning },
] as const;

function Choice({ open }: { readonly open: HistoryBatchView | null }): ReactNode {
  const { history } = useApp();
  const chosen = useStore(history.store, (state) => state.leaveStock);
  const hindrance = useExchangeHindrance();
  const name = useId();
  return (
    <>
      {open?.state === 'reading' ? <p className={styles.unfinished}>{text.history.unfinished}</p> : null}
      <div className={styles.choices} role="radiogroup" aria-label={words.title}>
        {choices.map(({ leaveStock, label, meaning }) => (
          <label key={label} className={styles.choice}>
            <input
              type="radio"
              name={name}
              checked={chosen === leaveStock}
              onChange={() => history.store.setState({ leaveStock })}
            />
            <span>
              <span className={styles.label}>{label}</span>
              <span className={styles.meaning}>{meaning}</span>
            </span>
          </label>
        ))}
      </div>
      <div className={styles.step}>
        <ManagerStep
          command={history.rehearsing}
          label={open?.state === 'rehearsed' ? words.again : words.commit}
          busy={text.history.running.doing.rehearsing}
          hindrance={hindrance}
          onPress={() => void history.rehearse()}
        />
        <p className={styles.meaning}>{words.meaning}</p>
      </div>
    </>
  );
}

/** What is to become of stock, and then the rehearsal; behind one that is there already, out of the way. */
export function RehearsalChoice({ open }: { readonly open: HistoryBatchView | null }): ReactNode {
  if (open?.state !== 'rehearsed') {
    return (
      <Section title={words.title}>
        <Choice open={open} />
      </Section>
    );
  }
  return (
    <details className={styles.again}>
      <summary>{words.again}</summary>
      <Choice open={open} />
    </details>
  );
}
