import type { ReactNode } from 'react';
import { LongList } from '../../../components/long-list.tsx';
import { Spoken } from '../../../components/spoken.tsx';
import { formatCount } from '../../../format/count.ts';
import { text } from '../../../text.ts';
import styles from './preview-list.module.css';

const words = text.opening;

/** What would become of one product. */
export interface PreviewLine {
  readonly key: string;
  /** Its line of the file; null where there is none. */
  readonly line: number | null;
  readonly sku: string;
  readonly name: string;
  readonly before: number;
  /** What BigCommerce counts; null where nothing was read there. */
  readonly figure: number | null;
  readonly after: number;
  readonly isNew: boolean;
}

/** What is worth saying of a line: that it is new, that it changes nothing, or how it comes from BigCommerce's figure. */
const noteOf = ({ isNew, figure, before, after }: PreviewLine): string => {
  if (figure !== null && figure !== after) return words.seed.lessSold(figure, figure - after);
  if (isNew) return words.isNew;
  return before === after ? words.unchanged : '';
};

function PreviewRow({ line }: { readonly line: PreviewLine }): ReactNode {
  return (
    <div className={styles.row} data-stays={!line.isNew && line.before === line.after}>
      {line.line === null ? null : <span className={styles.line}>{words.csv.line(line.line)}</span>}
      <span className={styles.what}>
        <span className={styles.name}>{line.name === '' ? line.sku : line.name}</span>
        <span className={styles.sku}>{line.sku === '' ? text.stock.noSku : line.sku}</span>
      </span>
      <span className={styles.note}>{noteOf(line)}</span>
      <span className={styles.before}>
        <Spoken>{words.columns.before}</Spoken> {line.isNew ? text.none : formatCount(line.before)}
      </span>
      <span className={styles.arrow} aria-hidden>
        →
      </span>
      <span className={styles.after}>
        <Spoken>{words.columns.after}</Spoken> {formatCount(line.after)}
      </span>
    </div>
  );
}

/** What would become of each product, before anything is recorded. */
export function PreviewList({ lines }: { readonly lines: readonly PreviewLine[] }): ReactNode {
  return (
    <>
      <h2 className={styles.title}>{words.preview(lines.length)}</h2>
      <LongList
        label={words.preview(lines.length)}
        items={lines}
        keyOf={({ key }) => key}
        usualHeight={57}
        renderItem={(line) => <PreviewRow line={line} />}
      />
    </>
  );
}
