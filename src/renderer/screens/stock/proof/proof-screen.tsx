import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { RecordNoun } from '../../../../contract/event.ts';
import type { ProofOutcome } from '../../../../contract/proof.ts';
import buttons from '../../../components/button.module.css';
import { CommitButton } from '../../../components/commit-button.tsx';
import { FaultNote } from '../../../components/fault-note.tsx';
import { LongList } from '../../../components/long-list.tsx';
import { RecordBody } from '../../../components/record-body.tsx';
import { RunningWork } from '../../../components/running-work.tsx';
import { whenOf } from '../../../format/instants.ts';
import type { Output } from '../../../state/bridge.ts';
import { useApp } from '../../../state/use-app.ts';
import { useExchangeHindrance } from '../../../state/use-exchange-hindrance.ts';
import { useNow } from '../../../state/use-now.ts';
import { useQuery } from '../../../state/use-query.ts';
import { useTimeZone } from '../../../state/use-shop.ts';
import { text } from '../../../text.ts';
import { StockPage } from '../stock-page.tsx';
import { DifferenceRow } from './difference-row.tsx';
import styles from './proof-screen.module.css';
import { ProofSummary } from './proof-summary.tsx';

const nouns: readonly RecordNoun[] = ['proof', 'link'];
const words = text.proof;
const works = ['proof'] as const;

/** Why nothing can be compared or repaired now; null while it can. */
const useHindrance = (): string | null => {
  const { proof } = useApp();
  const { repairing, runningSince } = useStore(proof.store);
  const offline = useExchangeHindrance();
  if (offline !== null) return offline;
  if (runningSince !== null) return words.running;
  return repairing === null ? null : words.whileRepairing;
};

function RepairAll({ count }: { readonly count: number }): ReactNode {
  const { proof } = useApp();
  const repairing = useStore(proof.store, (work) => work.repairing);
  const hindrance = useHindrance();
  return (
    <button
      type="button"
      className={buttons.button}
      aria-disabled={hindrance !== null}
      title={hindrance ?? undefined}
      onClick={hindrance === null ? () => void proof.repair('all') : undefined}
    >
      {repairing === 'all' ? words.repairing : words.repairAll(count)}
    </button>
  );
}

/** What differs, each with the one thing that puts it right. */
function Differences({ differences }: Pick<ProofOutcome, 'differences'>): ReactNode {
  const { proof } = useApp();
  const repairing = useStore(proof.store, (work) => work.repairing);
  const hindrance = useHindrance();
  return (
    <LongList
      label={words.list}
      items={differences}
      keyOf={({ differenceId }) => differenceId}
      usualHeight={109}
      renderItem={(difference) => (
        <DifferenceRow
          difference={difference}
          hindrance={hindrance}
          isRepairing={repairing === 'all' || repairing === difference.differenceId}
          onRepair={() => void proof.repair(difference.differenceId)}
        />
      )}
    />
  );
}

/** Of a proof that was stopped or cut off: what is kept of it. */
function CutOff({ underWay }: Pick<Output<'proof.latest'>, 'underWay'>): ReactNode {
  if (underWay === null || underWay.ordersCompared === 0) return null;
  const { ordersCompared, sales } = underWay;
  return <p className={styles.cutOff}>{words.cutOff(ordersCompared, Math.max(sales, ordersCompared))}</p>;
}

function LatestProof({ latest }: { readonly latest: Output<'proof.latest'> }): ReactNode {
  const { proof } = useApp();
  const runningSince = useStore(proof.store, (work) => work.runningSince);
  const hindrance = useHindrance();
  const timeZone = useTimeZone();
  const now = useNow(30_000);
  const isRunning = runningSince !== null;
  const differences = latest.proof?.differences ?? [];
  return (
    <>
      <div className={styles.head}>
        <ProofSummary proof={latest.proof} nextRunAt={latest.nextRunAt} timeZone={timeZone} now={now} />
        <CommitButton
          label={words.run}
          hindrance={isRunning ? null : hindrance}
          busy={isRunning ? words.running : null}
          onPress={() => void proof.run()}
        />
      </div>
      <div className={styles.howFar}>
        <RunningWork works={works} />
        {isRunning ? null : <CutOff underWay={latest.underWay} />}
      </div>
      <div className={styles.what}>
        <p role="status">
          {isRunning ? words.runningSince(whenOf(new Date(runningSince).toISOString(), timeZone, now)) : words.what}
        </p>
        {differences.length === 0 ? null : <RepairAll count={differences.length} />}
      </div>
      {differences.length === 0 ? null : <Differences differences={differences} />}
    </>
  );
}

/** Stock › Daily proof: whether this till and BigCommerce say the same, and what to do where they do not (N5). */
export function ProofScreen(): ReactNode {
  const { proof } = useApp();
  const { data, fault, again } = useQuery('proof.latest', {}, nouns);
  const failed = useStore(proof.store, (work) => work.failed);
  return (
    <StockPage>
      {failed === null ? null : <FaultNote fault={failed.fault} onAgain={() => void failed.again()} />}
      <RecordBody view={data} fault={fault} onAgain={() => void again()}>
        {(latest) => <LatestProof latest={latest} />}
      </RecordBody>
    </StockPage>
  );
}
