import { type ReactNode, type Ref, useId } from 'react';
import buttons from './button.module.css';
import styles from './commit-button.module.css';

interface CommitButtonProps {
  readonly label: string;
  /** Why it does nothing now, as a sentence; null while it may be pressed. */
  readonly hindrance: string | null;
  /** What it says instead while it works. */
  readonly busy?: string | null;
  /** It is none that the page is for. */
  readonly isSecondary?: boolean;
  readonly onPress: () => void;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** The primary action of a page. Where it cannot be done now it stays in its place, and says why beside itself. */
export function CommitButton({
  label,
  hindrance,
  busy = null,
  isSecondary = false,
  onPress,
  ref,
}: CommitButtonProps): ReactNode {
  const id = useId();
  const isOff = hindrance !== null || busy !== null;
  return (
    <div className={styles.commit}>
      <button
        ref={ref}
        type="button"
        className={isSecondary ? buttons.button : buttons.primary}
        aria-disabled={isOff}
        aria-describedby={hindrance === null ? undefined : id}
        onClick={isOff ? undefined : onPress}
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
