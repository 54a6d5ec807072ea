import { Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { HistoryBatchView } from '../../../../contract/history.ts';
import buttons from '../../../components/button.module.css';
import { ManagerStep } from '../../../components/manager-step.tsx';
import { Section } from '../../../components/section.tsx';
import { whenOf } from '../../../format/instants.ts';
import { useApp } from '../../../state/use-app.ts';
import { useNow } from '../../../state/use-now.ts';
import { useTimeZone } from '../../../state/use-shop.ts';
import { text } from '../../../text.ts';
import styles from './history-batches.module.css';

const words = text.history.batches;

/** Undoing takes a second press, after a sentence about what goes. */
function UndoStep({ batchId }: { readonly batchId: string }): ReactNode {
  const { history } = useApp();
  const toUndo = useStore(history.store, (choices) => choices.toUndo);
  // Why it was refused is said above; then all but what staff worked on can go.
  const wasRefused = useStore(history.undoing.store, ({ state, problem }) => state === 'idle' && problem !== null);
  if (toUndo !== batchId) {
    return (
      <button type="button" className={buttons.button} onClick={() => history.store.setState({ toUndo: batchId })}>
        <Undo2 size={18} aria-hidden />
        {words.undo}
      </button>
    );
  }
  const letGo = (): void => {
    history.undoing.forget();
    history.store.setState({ toUndo: null });
  };
  return (
    <div className={styles.sure}>
      <p>{words.undoMeaning}</p>
      <ManagerStep
        command={history.undoing}
        label={words.sure}
        busy={words.undoing}
        hindrance={null}
        onPress={() => void history.undo(batchId, false)}
      />
      {wasRefused ? (
        <button type="button" className={buttons.button} onClick={() => void history.undo(batchId, true)}>
          {words.keepWorkedOn}
        </button>
      ) : null}
      <button type="button" className={buttons.button} onClick={letGo}>
        {words.keep}
      </button>
    </div>
  );
}

const resultOf = ({ state, differs, sales }: HistoryBatchView): string => {
  if (state === 'undone') return sales === 0 ? '' : words.stayed(sales);
  if (state !== 'imported') return '';
  return differs.length === 0 ? words.asRehearsed : words.differs(differs.length);
};

function Batch({ batch }: { readonly batch: HistoryBatchView }): ReactNode {
  const timeZone = useTimeZone();
  const now = useNow(60_000);
  const { state, confirmedAt, confirmedBy, undoneAt, undoneBy, differs } = batch;
  const said = (who: string | null, at: string | null, say: (who: string, when: string) => string) =>
    who === null || at === null ? null : <li>{say(who, whenOf(at, timeZone, now))}</li>;
  return (
    <li className={styles.batch}>
      <div className={styles.what}>
        <p className={styles.state}>
          {words.states[state]}
          {state === 'undone' ? null : ` · ${words.of(batch)}`}
        </p>
        <ul className={styles.facts}>
          <li>{batch.leaveStock ? text.history.outcome.stockLeft : text.history.outcome.stockTaken}</li>
          {said(confirmedBy, confirmedAt, words.by)}
          {said(undoneBy, undoneAt, words.undoneBy)}
          {resultOf(batch) === '' ? null : <li>{resultOf(batch)}</li>}
        </ul>
        {differs.length === 0 ? null : (
          <ul className={styles.differs}>
            {differs.map(({ part, name, rehearsed, happened }) => (
              <li key={`${part} ${name}`}>{words.differing(part, name, rehearsed, happened)}</li>
            ))}
          </ul>
        )}
      </div>
      {state === 'imported' || state === 'stopped' ? <UndoStep batchId={batch.batchId} /> : null}
    </li>
  );
}

/** Every import so far, also one that stands still half-way: whether it came out as rehearsed, and the way back. */
export function HistoryBatches({ batches }: { readonly batches: readonly HistoryBatchView[] }): ReactNode {
  if (batches.length === 0) return null;
  return (
    <Section title={words.title}>
      <ul>
        {batches.map((batch) => (
          <Batch key={batch.batchId} batch={batch} />
        ))}
      </ul>
    </Section>
  );
}
