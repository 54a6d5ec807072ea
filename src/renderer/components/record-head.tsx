import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Money } from '../../contract/values.ts';
import { useIsWide } from '../state/use-media.ts';
import { text } from '../text.ts';
import buttons from './button.module.css';
import { MoneyText } from './money-text.tsx';
import styles from './record-head.module.css';

interface RecordHeadProps {
  readonly title: string;
  readonly subtitle: string;
  readonly total: Money;
  readonly struck: boolean;
  /** Pills and links. */
  readonly children: ReactNode;
  readonly onBack: () => void;
}

/** The head of a record: what it is, how much it is, and the way back where it covers the list. */
export function RecordHead({ title, subtitle, total, struck, children, onBack }: RecordHeadProps): ReactNode {
  const isWide = useIsWide();
  return (
    <header className={styles.head}>
      {isWide ? null : (
        <button
          type="button"
          className={`${buttons.bare} ${styles.back}`}
          onClick={onBack}
          aria-label={text.record.back}
        >
          <ArrowLeft size={20} aria-hidden />
        </button>
      )}
      <div className={styles.names}>
        <h2 className={styles.title}>{title}</h2>
        <p className={styles.subtitle}>{subtitle}</p>
      </div>
      <p className={styles.total}>
        <MoneyText money={total} struck={struck} />
      </p>
      <div className={styles.facts}>{children}</div>
    </header>
  );
}
