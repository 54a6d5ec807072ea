import { type ReactNode, useCallback, useEffect, useId } from 'react';
import { useStore } from 'zustand';
import type { RecordNoun } from '../../../../contract/event.ts';
import buttons from '../../../components/button.module.css';
import { EmptyState } from '../../../components/empty-state.tsx';
import { FaultNote } from '../../../components/fault-note.tsx';
import field from '../../../components/field.module.css';
import { pageSize } from '../../../state/paged-list.ts';
import { useApp } from '../../../state/use-app.ts';
import { useNow } from '../../../state/use-now.ts';
import { useQuery } from '../../../state/use-query.ts';
import { useTimeZone } from '../../../state/use-shop.ts';
import { text } from '../../../text.ts';
import { PrintJobRow } from './print-job-row.tsx';
import styles from './prints.module.css';

const nouns: readonly RecordNoun[] = ['prints'];
const words = text.prints.journal;

const digitsOf = (typed: string): string => typed.replace(/\D/g, '').slice(0, 15);

/** Settings › Print journal: everything that was put on paper, newest first, or all of one order (N10). */
export function PrintJournal(): ReactNode {
  const { live, prints } = useApp();
  const { journal } = prints;
  const { query, rows, nextCursor, shown, fault } = useStore(journal.store);
  const timeZone = useTimeZone();
  const now = useNow(30_000);
  const id = useId();
  const printers = useQuery('printers.list', {}, nouns);
  const refresh = useCallback(
    () => void journal.refresh(Math.max(pageSize, journal.store.getState().rows.length)),
    [journal],
  );
  useEffect(() => {
    refresh();
    return live.on(nouns, refresh);
  }, [live, refresh]);
  const { orderId } = query;
  return (
    <div className={styles.section}>
      <h2 className={styles.title}>{words.title}</h2>
      <p className={styles.what}>{words.what}</p>
      <div className={styles.filter}>
        <label htmlFor={id}>{words.search}</label>
        <input
          id={id}
          className={field.field}
          inputMode="numeric"
          autoComplete="off"
          value={orderId}
          onChange={({ target }) => void journal.show({ orderId: digitsOf(target.value) })}
        />
        {orderId === '' ? null : (
          <button type="button" className={buttons.button} onClick={() => void journal.show({ orderId: '' })}>
            {words.clear}
          </button>
        )}
      </div>
      {fault === null ? null : <FaultNote fault={fault} onAgain={refresh} />}
      {shown !== null && rows.length === 0 ? (
        <EmptyState sentence={orderId === '' ? words.empty : words.nothingFor(text.order(orderId))} />
      ) : null}
      {rows.map((job) => (
        <PrintJobRow
          key={job.jobId}
          job={job}
          canMakePdf={printers.data?.canMakePdf === true}
          timeZone={timeZone}
          now={now}
        />
      ))}
      {nextCursor === null ? null : (
        <button type="button" className={buttons.button} onClick={() => void journal.more()}>
          {words.more}
        </button>
      )}
    </div>
  );
}
