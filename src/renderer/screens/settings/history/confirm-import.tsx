import { type ReactNode, useId } from 'react';
import { useStore } from 'zustand';
import type { HistoryBatchView } from '../../../../contract/history.ts';
import field from '../../../components/field.module.css';
import { ManagerForm } from '../../../components/manager-form.tsx';
import { useApp } from '../../../state/use-app.ts';
import { text } from '../../../text.ts';
import styles from './confirm-import.module.css';

const words = text.history.confirm;

interface ConfirmImportProps {
  readonly batch: HistoryBatchView;
  readonly sales: number;
  readonly storeName: string;
}

/** The step that imports: a manager types the store's name, so that nobody does it in passing (R78). */
export function ConfirmImport({ batch, sales, storeName }: ConfirmImportProps): ReactNode {
  const { history } = useApp();
  const typed = useStore(history.store, (choices) => choices.typedName);
  const id = useId();
  const isHalfWay = batch.state === 'stopped';
  if (sales === 0 && !isHalfWay) return <p className={styles.nothing}>{text.history.outcome.nothing}</p>;
  const fits = typed.trim() === storeName.trim();
  return (
    <div className={styles.confirm}>
      <ManagerForm
        command={history.importing}
        className={styles.typing}
        label={isHalfWay ? words.goOn : words.commit(sales)}
        busy={words.busy}
        hindrance={fits ? null : words.mistyped}
        onSubmit={() => void history.confirm(batch.batchId)}
      >
        <label htmlFor={id}>{words.type(storeName)}</label>
        <input
          id={id}
          className={`${field.field} ${styles.name}`}
          autoComplete="off"
          maxLength={200}
          aria-label={words.label}
          value={typed}
          onChange={({ target }) => history.store.setState({ typedName: target.value })}
        />
      </ManagerForm>
    </div>
  );
}
