import { ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import type { AuditEntryView } from '../../../../contract/audit.ts';
import { Spoken } from '../../../components/spoken.tsx';
import { whenOf } from '../../../format/instants.ts';
import { text } from '../../../text.ts';
import styles from './audit.module.css';

const words = text.audit;

type Facts = NonNullable<AuditEntryView['before']>;
type Fact = Facts[string] | undefined;

const factWords = (fact: Fact): string => {
  if (fact === undefined || fact === null || fact === '') return words.none;
  if (typeof fact === 'boolean') return fact ? words.yes : words.no;
  return String(fact);
};

/** The names of all facts, in the order in which they first come. */
const namesOf = (before: Facts | null, after: Facts | null): string[] => [
  ...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]),
];

/** A fact: what it was and what it became where both are told, else what it is. */
function FactLine({
  name,
  before,
  after,
}: {
  readonly name: string;
  readonly before: Fact;
  readonly after: Fact;
}): ReactNode {
  const hasBoth = before !== undefined && after !== undefined && before !== after;
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>
        {hasBoth ? (
          <>
            <Spoken>{words.before}</Spoken>
            <del className={styles.was}>{factWords(before)}</del>
            <ArrowRight size={14} aria-hidden />
            <Spoken>{words.after}</Spoken>
          </>
        ) : null}
        <span>{factWords(after === undefined ? before : after)}</span>
      </dd>
    </div>
  );
}

interface AuditEntryProps {
  readonly entry: AuditEntryView;
  readonly timeZone: string;
  readonly now: number;
}

/** One thing that was done: when, by whom, what, to what, and the facts that it changed. */
export function AuditEntry({ entry, timeZone, now }: AuditEntryProps): ReactNode {
  const { at, who, label, subject, before, after } = entry;
  return (
    <article className={styles.entry}>
      <div className={styles.when}>
        <time dateTime={at}>{whenOf(at, timeZone, now)}</time>
        <span className={styles.who} data-nobody={who === null}>
          {who ?? words.nobody}
        </span>
      </div>
      <div className={styles.what}>
        <h3 className={styles.label}>
          {label}
          <span className={styles.subject}>{subject}</span>
        </h3>
        <dl className={styles.facts}>
          {namesOf(before, after).map((name) => (
            <FactLine key={name} name={name} before={before?.[name]} after={after?.[name]} />
          ))}
        </dl>
      </div>
    </article>
  );
}
