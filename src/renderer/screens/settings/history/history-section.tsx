import { Lock, LockOpen, TriangleAlert } from 'lucide-react';
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
        {words.title}
        <span className={styles.lock} data-open={unlockedUntil !== null}>
          <Icon size={14} aria-hidden />
          {unlockedUntil === null ? words.locked.title : words.unlocked(whenOf(unlockedUntil, timeZone, now))}
        </span>
      </h2>
      <p className={styles.what}>{words.what}</p>
      <p className={styles.warning}>
        <TriangleAlert size={18} aria-hidden />
        {words.warning(warning)}
      </p>
    </div>
  );
}

/** What can be done next: where it is locked the code, else the step that the open batch waits for. */
function NextStep({ status }: { readonly status: HistoryStatus }): ReactNode {
  const { running, open, unlockedUntil, storeName, batches } = status;
  const isStopped = open?.state === 'stopped';
  const soFar = <HistoryBatches batches={isStopped ? [open, ...batches] : batches} />;
  if (running !== null) {
    return (
      <>
        <HistoryProgress running={running} />
        {soFar}
      </>
    );
  }
  if (open?.state === 'importing' || open?.state === 'undoing') return <p className={styles.step}>{words.waits}</p>;
  const begin = unlockedUntil === null ? <SupportCode /> : <RehearsalChoice open={open} />;
  if ((open?.state !== 'rehearsed' && !isStopped) || storeName === null) {
    return (
      <>
        {begin}
        {soFar}
      </>
    );
  }
  return (
    <Rehearsal batch={open} storeName={storeName}>
      {isStopped ? null : begin}
      {soFar}
    </Rehearsal>
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
          </>
        )
      }
    </RecordBody>
  );
}
