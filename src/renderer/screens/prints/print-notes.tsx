import { FilePenLine, Printer, PrinterCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { RecordNoun } from '../../../contract/event.ts';
import buttons from '../../components/button.module.css';
import { whenOf } from '../../format/instants.ts';
import { withKeys } from '../../format/unique-keys.ts';
import type { Output } from '../../state/bridge.ts';
import { useApp } from '../../state/use-app.ts';
import { useQuery } from '../../state/use-query.ts';
import { useTimeZone } from '../../state/use-shop.ts';
import { text } from '../../text.ts';
import styles from './print-notes.module.css';

const nouns: readonly RecordNoun[] = ['prints', 'fulfillments', 'sales'];
const words = text.prints;

type Paper = Output<'prints.of'>;

/** Whether it is to be printed although it is out already. */
export function PrintQuestion({ fulfillmentId }: { readonly fulfillmentId: string | null }): ReactNode {
  const { printing } = useApp().prints;
  const question = useStore(printing.store, (state) => state.question);
  if (question === null || question.wish.fulfillmentId !== fulfillmentId) return null;
  return (
    <div className={styles.note} data-tone="amber" role="alert">
      <PrinterCheck size={18} aria-hidden />
      <p>{question.sentence}</p>
      <span className={styles.answers}>
        <button type="button" className={buttons.button} onClick={() => void printing.confirm()}>
          {words.again}
        </button>
        <button type="button" className={buttons.button} onClick={printing.leave}>
          {words.leave}
        </button>
      </span>
    </div>
  );
}

/** What a printer was given and did not print, or where nobody knows whether it did. */
function Troubles({ fulfillmentId }: { readonly fulfillmentId: string }): ReactNode {
  const { printing } = useApp().prints;
  const troubles = useStore(printing.store, (state) => state.troubles);
  return troubles
    .filter(({ orders }) => orders.some((order) => order.fulfillmentId === fulfillmentId))
    .map((job) => (
      <div key={job.jobId} className={styles.note} data-tone="red" role="alert">
        <Printer size={18} aria-hidden />
        <p>{job.problem}</p>
        <span className={styles.answers}>
          <button type="button" className={buttons.button} onClick={() => void printing.print(printing.reprint(job))}>
            {words.again}
          </button>
          <button type="button" className={buttons.button} onClick={() => printing.forgetTroubles(fulfillmentId)}>
            {words.leave}
          </button>
        </span>
      </div>
    ));
}

interface ChangedProps {
  readonly what: string;
  readonly paper: Paper['slip'];
  readonly now: number;
}

/** What whoever holds the older paper has to know (R94). */
function Changed({ what, paper, now }: ChangedProps): ReactNode {
  const timeZone = useTimeZone();
  if (!paper?.revised) return null;
  return (
    <div className={styles.note} data-tone="amber">
      <FilePenLine size={18} aria-hidden />
      <div>
        <p>{words.changedSince(what, whenOf(paper.at, timeZone, now), paper.by)}</p>
        <ul className={styles.differences}>
          {withKeys(paper.differences, (sentence) => sentence).map(({ key, item }) => (
            <li key={key}>{item}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}

interface PrintNotesProps {
  readonly fulfillmentId: string;
  readonly now: number;
}

/** What has to be known about the paper of a fulfillment. */
export function PrintNotes({ fulfillmentId, now }: PrintNotesProps): ReactNode {
  const { input, data } = useQuery('prints.of', { fulfillmentId }, nouns);
  const paper = input?.fulfillmentId === fulfillmentId ? data : null;
  return (
    <>
      <PrintQuestion fulfillmentId={fulfillmentId} />
      <Troubles fulfillmentId={fulfillmentId} />
      <Changed what={words.kinds.slip.toLowerCase()} paper={paper?.slip ?? null} now={now} />
      <Changed what={words.kinds.pick_list.toLowerCase()} paper={paper?.pickList ?? null} now={now} />
    </>
  );
}
