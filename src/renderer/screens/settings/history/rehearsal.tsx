import type { ReactNode } from 'react';
import type { RecordNoun } from '../../../../contract/event.ts';
import type { HistoryBatchView } from '../../../../contract/history.ts';
import { RecordBody } from '../../../components/record-body.tsx';
import { useQuery } from '../../../state/use-query.ts';
import { ConfirmImport } from './confirm-import.tsx';
import { OutcomeLists } from './outcome-lists.tsx';
import { OutcomeSummary } from './outcome-summary.tsx';

const nouns: readonly RecordNoun[] = ['history'];

interface RehearsalProps {
  readonly batch: HistoryBatchView;
  readonly storeName: string;
  /** What else can be done; the lists, which may be long, come last. */
  readonly children: ReactNode;
}

/** What importing would do, in figures and in detail, and the step that does it. */
export function Rehearsal({ batch, storeName, children }: RehearsalProps): ReactNode {
  const { batchId } = batch;
  const { data, fault, again } = useQuery('history.outcome', { batchId, run: 'rehearsed' }, nouns);
  return (
    <RecordBody view={data} fault={fault} onAgain={() => void again()}>
      {(outcome) => (
        <>
          <OutcomeSummary outcome={outcome} batch={batch} />
          <ConfirmImport batch={batch} sales={outcome.sales.total} storeName={storeName} />
          {children}
          <OutcomeLists outcome={outcome} />
        </>
      )}
    </RecordBody>
  );
}
