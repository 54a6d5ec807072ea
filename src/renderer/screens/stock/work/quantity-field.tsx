import { Minus, Plus } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import buttons from '../../../components/button.module.css';
import field from '../../../components/field.module.css';
import { text } from '../../../text.ts';
import styles from './quantity-field.module.css';

interface QuantityFieldProps {
  readonly id: string;
  readonly describedBy: string;
  /** Grows when it may have been asked for; `takesFocus` says whether it was. */
  readonly asked: number;
  readonly takesFocus: () => boolean;
  readonly value: string;
  readonly onChange: (typed: string) => void;
  readonly onStep: (by: number) => void;
}

/** A whole number by keys, number pad, touch or scan. */
export function QuantityField({
  id,
  describedBy,
  asked,
  takesFocus,
  value,
  onChange,
  onStep,
}: QuantityFieldProps): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (asked === 0 || !takesFocus()) return;
    input.current?.focus();
    input.current?.select();
    // The button that records it is to be in sight as well.
    input.current?.form?.scrollIntoView({ block: 'nearest' });
  }, [asked, takesFocus]);
  return (
    <div className={styles.quantity}>
      <button type="button" className={buttons.button} onClick={() => onStep(-1)} aria-label={text.stock.work.fewer}>
        <Minus size={18} aria-hidden />
      </button>
      <input
        ref={input}
        id={id}
        className={`${field.field} ${styles.input}`}
        inputMode="numeric"
        autoComplete="off"
        maxLength={12}
        aria-describedby={describedBy}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
      <button type="button" className={buttons.button} onClick={() => onStep(1)} aria-label={text.stock.work.more}>
        <Plus size={18} aria-hidden />
      </button>
    </div>
  );
}
