import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Fault } from '../../contract/fault.ts';
import { text } from '../text.ts';
import buttons from './button.module.css';
import styles from './fault-note.module.css';

/** A refused call in its own plain sentence, and the way on. What was there before stays in sight beside it. */
export function FaultNote({ fault, onAgain }: { readonly fault: Fault; readonly onAgain: () => void }): ReactNode {
  return (
    <div className={styles.note} role="alert">
      <CircleAlert size={18} aria-hidden />
      <p>{fault.message}</p>
      <button type="button" className={buttons.button} onClick={onAgain}>
        {text.states.tryAgain}
      </button>
    </div>
  );
}
