import { History, Lock, LockOpen, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { RecordNoun } from '../../../../contract/event.ts';
import type { HistoryStatus } from '../../../../contract/history.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { RecordBody } from '../../../components/record-body.tsx';
import { Refused } from '../../../components/refused.tsx';
import { whenOf } from '../../../format/instants.ts';
import { useNow } from '../../../state/use-now.ts';
import { useQuery } from '../../../state/use-query.ts';
import { useTimeZone } from '../../../state/use-shop.ts';
import { text } from '../../../text.ts';
import { HistoryBatches } from './history-batches.tsx';
import { HistoryProgress } from './history-progress.tsx';
import styles from './history-section.module.css';
import { Rehearsal } from './rehearsal.tsx';
import { RehearsalChoice } from './rehearsal-choice.tsx';
import { SupportCode } from './support-code.tsx';

const nouns: readonly RecordNoun[] = ['history', 'link'];
const words = text.history;

function Head({ unlockedUntil, warning }: Pick<HistoryStatus, 'unlockedUntil' | 'warning'>): ReactNode {
  const timeZone = useTimeZone();
  const now = useNow(30_000);
  const Icon = unlockedUntil === null ? Lock : LockOpen;
  return (
    <div className={styles.head}>
      <h2 className={styles.title}>
        <History size={22} aria-hidden />
        {words.title}
        <span className={styles.lock} data-open={unlockedUntil !== null}>
          <Icon size={14} aria-hidden />
          {unlockedUntil === null ? words.locked.title : words.unlocked(whenOf(unlockedUntil, timeZone, now))}
        </span>
      </h2>
      <p className={styles.what}>{words.what}</p>
      <p className={styles.warning}>
        <TriangleAlert size={18} aria-hidden />
        {warning}
      </p>
    </div>
  );
}

/** What can be done next: where it is locked the code, else the step that the open batch waits for. */
function NextStep({ status }: { readonly status: HistoryStatus }): ReactNode {
  const { running, open, unlockedUntil, storeName } = status;
  if (running !== null) return <HistoryProgress running={running} />;
  const waits = open?.state === 'importing' || open?.state === 'undoing';
  if (waits) return <p className={styles.step}>{words.waits}</p>;
  const hasRehearsal = open?.state === 'rehearsed' || open?.state === 'stopped';
  return (
    <>
      {hasRehearsal && storeName !== null ? <Rehearsal batch={open} storeName={storeName} /> : null}
      {unlockedUntil === null ? <SupportCode /> : open?.state === 'stopped' ? null : <RehearsalChoice open={open} />}
    </>
  );
}

/** Settings › Import of history: locked, rehearsed, confirmed, undone (R74–R79, N3). */
export function HistorySection(): ReactNode {
  const { data, fault, again } = useQuery('history.status', {}, nouns);
  return (
    <RecordBody view={data} fault={fault} onAgain={() => void again()}>
      {(status) =>
        status.storeName === null ? (
          <EmptyState sentence={words.notLinked} />
        ) : (
          <>
            <Head unlockedUntil={status.unlockedUntil} warning={status.warning} />
            {status.problem === null ? null : (
              <div className={styles.step}>
                <Refused>
                  {status.problem.message} {status.problem.nextStep}
                </Refused>
              </div>
            )}
            <NextStep status={status} />
            <HistoryBatches batches={status.batches} stopped={status.open?.state === 'stopped' ? status.open : null} />
          </>
        )
      }
    </RecordBody>
  );
}
