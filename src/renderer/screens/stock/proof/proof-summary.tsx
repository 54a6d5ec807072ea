import { CircleAlert, CircleCheck, CircleDashed, Clock } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ProofOutcome } from '../../../../contract/proof.ts';
import { whenOf } from '../../../format/instants.ts';
import { text } from '../../../text.ts';
import styles from './proof-summary.module.css';

const words = text.proof;

/** A proof that is older says little about now (N15). */
const oldAfterMs = 2 * 86_400_000;

interface ProofSummaryProps {
  readonly proof: ProofOutcome | null;
  readonly nextRunAt: string | null;
  readonly timeZone: string;
  readonly now: number;
}

/** What the last proof found: when it was, what it compared, and what it cost. */
export function ProofSummary({ proof, nextRunAt, timeZone, now }: ProofSummaryProps): ReactNode {
  const isDue = nextRunAt !== null && Date.parse(nextRunAt) <= now;
  const next = nextRunAt === null ? null : isDue ? words.soon : whenOf(nextRunAt, timeZone, now);
  if (proof === null) {
    return (
      <div className={styles.summary} data-state="none">
        <CircleDashed size={28} aria-hidden />
        <div>
          <h2 className={styles.verdict}>{words.never}</h2>
          {next === null ? null : <p className={styles.facts}>{words.next(next)}</p>}
        </div>
      </div>
    );
  }
  const { differences, finishedAt, ordersCompared, productsCompared, requests } = proof;
  const when = whenOf(finishedAt, timeZone, now);
  const isOld = now - Date.parse(finishedAt) > oldAfterMs;
  const agrees = differences.length === 0;
  const Icon = agrees ? CircleCheck : CircleAlert;
  return (
    <div className={styles.summary} data-state={agrees ? 'agrees' : 'differs'}>
      <Icon size={28} aria-hidden />
      <div>
        <h2 className={styles.verdict}>{agrees ? words.agrees : words.differ(differences.length)}</h2>
        <ul className={styles.facts}>
          <li>{text.asOf(when)}</li>
          <li>{words.orders(ordersCompared)}</li>
          <li>{words.products(productsCompared)}</li>
          <li>{words.requests(requests)}</li>
          {next === null ? null : <li>{words.next(next)}</li>}
        </ul>
        {isOld ? (
          <p className={styles.old}>
            <Clock size={14} aria-hidden />
            {words.old(when)}
          </p>
        ) : null}
      </div>
    </div>
  );
}
