import { CircleAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { withKeys } from '../../../format/unique-keys.ts';
import type { OpeningPreview } from '../../../state/csv-opening.ts';
import { text } from '../../../text.ts';
import styles from './list-problems.module.css';

const words = text.opening.csv;

/** More than these help nobody: a list with that many problems has one cause. */
const most = 200;

/** What keeps the list from being recorded, each with the line where it is to be put right. */
export function ListProblems({ problems }: { readonly problems: OpeningPreview['problems'] }): ReactNode {
  const id = useId();
  if (problems.length === 0) return null;
  return (
    <section className={styles.problems} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        <CircleAlert size={18} aria-hidden />
        {words.problems(problems.length)}
      </h2>
      <ol>
        {withKeys(problems.slice(0, most), ({ line }) => String(line)).map(({ key, item }) => (
          <li key={key} className={styles.problem}>
            <span className={styles.line}>{words.line(item.line)}</span>
            <span>{item.message}</span>
          </li>
        ))}
      </ol>
      {problems.length > most ? <p>{words.moreProblems(problems.length - most)}</p> : null}
    </section>
  );
}
