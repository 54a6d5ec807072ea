import type { ReactNode, RefObject } from 'react';
import { text } from '../text.ts';
import field from './field.module.css';

interface PinFieldProps {
  readonly id: string;
  readonly value: string;
  readonly onChange: (pin: string) => void;
  readonly ref?: RefObject<HTMLInputElement | null>;
}

/** A PIN as it is typed: digits that nobody else sees, and no keyboard keeps. */
export function PinField({ id, value, onChange, ref }: PinFieldProps): ReactNode {
  return (
    <input
      ref={ref}
      id={id}
      className={field.field}
      type="password"
      inputMode="numeric"
      autoComplete="off"
      pattern="\d{4,12}"
      title={text.signIn.pinDigits}
      maxLength={12}
      required
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}
