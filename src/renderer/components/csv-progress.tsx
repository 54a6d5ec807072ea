import type { ReactNode } from 'react';
import { formatCount } from '../format/count.ts';
import type { ExportProgress } from '../state/csv-export.ts';
import { text } from '../text.ts';
import buttons from './button.module.css';
import styles from './csv-progress.module.css';

const words = text.csv;

/** In the place of the button that saves a list as a file: how far it is, and a way to stop. */
export function CsvProgress({
  progress: { done, total },
  onCancel,
}: {
  readonly progress: ExportProgress;
  readonly onCancel: () => void;
}): ReactNode {
  const [at, all] = [formatCount(done), total === null ? null : formatCount(Math.max(total, done))];
  const figure = all === null ? words.soFar(at) : words.of(at, all);
  return (
    <div className={styles.running}>
      <progress
        className={styles.bar}
        aria-label={words.label}
        aria-valuetext={figure}
        max={total === null ? undefined : Math.max(1, total)}
        value={total === null ? undefined : Math.min(done, total)}
      />
      <span className={styles.figure}>{figure}</span>
      <button type="button" className={buttons.button} onClick={onCancel}>
        {words.cancel}
      </button>
    </div>
  );
}
