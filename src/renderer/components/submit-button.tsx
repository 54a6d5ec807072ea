import { type ReactNode, type Ref, useId } from 'react';
import buttons from './button.module.css';
import styles from './commit-button.module.css';

interface SubmitButtonProps {
  readonly label: string;
  /** Why the form does nothing now, as a sentence; null while it may be sent. */
  readonly hindrance: string | null;
  /** What it says instead while it works. */
  readonly busy: string | null;
  /** The id of its form, where it stands outside of it. */
  readonly form?: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** The primary action of a form, also by Enter. Where it cannot be sent now it stays in its place, and says why. */
export function SubmitButton({ label, hindrance, busy, form, ref }: SubmitButtonProps): ReactNode {
  const id = useId();
  return (
    <div className={styles.commit}>
      <button
        ref={ref}
        type="submit"
        form={form}
        className={buttons.primary}
        aria-disabled={hindrance !== null || busy !== null}
        aria-describedby={hindrance === null ? undefined : id}
      >
        {busy ?? label}
      </button>
      {hindrance === null ? null : (
        <p id={id} className={styles.hindrance}>
          {hindrance}
        </p>
      )}
    </div>
  );
}
