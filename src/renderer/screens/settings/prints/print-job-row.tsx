import { CircleCheck, CircleHelp, CircleX, Clock } from 'lucide-react';
import type { ReactNode } from 'react';
import type { PrintJobView, PrintState } from '../../../../contract/prints.ts';
import buttons from '../../../components/button.module.css';
import { type Look, revisedLook } from '../../../components/looks.ts';
import { Pill } from '../../../components/pill.tsx';
import { whenOf } from '../../../format/instants.ts';
import { withKeys } from '../../../format/unique-keys.ts';
import { saveFile } from '../../../state/save-file.ts';
import { useApp } from '../../../state/use-app.ts';
import { text } from '../../../text.ts';
import styles from './print-job-row.module.css';

const words = text.prints;

const looks: Readonly<Record<PrintState, Look>> = {
  queued: { label: words.states.queued, icon: Clock, tone: 'grey' },
  sending: { label: words.states.sending, icon: Clock, tone: 'blue' },
  printed: { label: words.states.printed, icon: CircleCheck, tone: 'green' },
  failed: { label: words.states.failed, icon: CircleX, tone: 'red' },
  unknown: { label: words.states.unknown, icon: CircleHelp, tone: 'amber' },
};

interface PrintJobRowProps {
  readonly job: PrintJobView;
  /** Whether this host makes PDFs; in a browser its own print dialog does. */
  readonly canMakePdf: boolean;
  readonly timeZone: string;
  readonly now: number;
}

function Actions({ job, canMakePdf }: Pick<PrintJobRowProps, 'job' | 'canMakePdf'>): ReactNode {
  const { call, notices, prints } = useApp();
  const { printing } = prints;
  const savePdf = async (): Promise<void> => {
    const reply = await call('printers.pdf', { jobId: job.jobId });
    if (reply.ok) saveFile(reply.data.fileName, reply.data.base64, 'application/pdf');
    else notices.say(reply.fault.message);
  };
  const isOpen = job.state === 'unknown' || (job.device === 'page' && job.state === 'queued');
  return (
    <div className={styles.actions}>
      {isOpen ? (
        <>
          <button type="button" className={buttons.button} onClick={() => void printing.tell(job, 'printed')}>
            {words.journal.came}
          </button>
          <button type="button" className={buttons.button} onClick={() => void printing.tell(job, 'failed')}>
            {words.journal.didNot}
          </button>
        </>
      ) : null}
      {canMakePdf ? (
        <button type="button" className={buttons.button} onClick={() => void savePdf()}>
          {words.journal.pdf}
        </button>
      ) : null}
      {job.kind === 'test_page' ? null : (
        <button type="button" className={buttons.button} onClick={() => void printing.print(printing.reprint(job))}>
          {words.journal.again}
        </button>
      )}
    </div>
  );
}

/** One time that something was put on paper: what, by whom, where, how it went, and what was new on it (N10). */
export function PrintJobRow({ job, canMakePdf, timeZone, now }: PrintJobRowProps): ReactNode {
  const marks = [words.journal.copy(job), ...(job.reprint ? [words.journal.reprint] : [])];
  return (
    <article className={styles.row}>
      <div className={styles.head}>
        <h3 className={styles.title}>{job.title}</h3>
        <Pill look={looks[job.state]} quiet={job.state === 'printed'} />
        {job.revised ? <Pill look={revisedLook} /> : null}
        <span className={styles.copy}>{marks.join(' · ')}</span>
      </div>
      <p className={styles.facts}>
        {words.journal.by(job.by, whenOf(job.at, timeZone, now))}{' '}
        {words.journal.on(job.device === 'page' ? words.journal.dialog : job.printerName)}
        {job.kind === 'pick_round'
          ? ` · ${job.orders.map(({ orderId, receiptNumber }) => (orderId === null ? receiptNumber : text.order(orderId))).join(', ')}`
          : null}
      </p>
      {job.problem === '' ? null : <p className={styles.problem}>{job.problem}</p>}
      {job.differences.length === 0 ? null : (
        <ul className={styles.differences}>
          {withKeys(job.differences, (sentence) => sentence).map(({ key, item }) => (
            <li key={key}>{item}</li>
          ))}
        </ul>
      )}
      <p className={styles.identity} title={job.contentHash}>
        {words.journal.job} {job.jobId} · {words.journal.content} {job.contentHash.slice(0, 12)}
      </p>
      <Actions job={job} canMakePdf={canMakePdf} />
    </article>
  );
}
