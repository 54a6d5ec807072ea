import { CircleStop } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { text } from '../text.ts';
import buttons from './button.module.css';
import styles from './work-bar.module.css';

interface WorkBarProps {
  /** What is done, as a few words. */
  readonly label: string;
  readonly done: number | null;
  /** Null while nobody knows: then it shows that something goes on. */
  readonly total: number | null;
  /** Both in words, as “1,240 of 8,300 sales”. */
  readonly figure: string;
  /** Left out where it cannot be stopped any more. */
  readonly onStop?: () => void;
  readonly isStopping?: boolean;
}

/** Long work: what it is at, how far it is, for eyes and for screen readers, and the way to stop it. */
export function WorkBar({ label, done, total, figure, onStop, isStopping = false }: WorkBarProps): ReactNode {
  const id = useId();
  return (
    <div className={styles.line}>
      <span id={id} className={styles.label} role="status">
        {isStopping ? text.work.stopping : label}
      </span>
      <progress
        className={styles.bar}
        aria-labelledby={id}
        aria-valuetext={figure === '' ? undefined : figure}
        {...(done === null || total === null ? {} : { value: Math.min(done, total), max: Math.max(1, total) })}
      />
      <span className={styles.figure}>{figure}</span>
      {onStop === undefined ? null : (
        <button
          type="button"
          className={buttons.button}
          aria-disabled={isStopping}
          onClick={isStopping ? undefined : onStop}
        >
          <CircleStop size={18} aria-hidden />
          {text.work.stop}
        </button>
      )}
    </div>
  );
}
