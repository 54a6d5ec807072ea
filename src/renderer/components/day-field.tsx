import { CalendarDays } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { addDays, digitsOfDay } from '../format/instants.ts';
import { exampleDay, typedDay } from '../format/typed-day.ts';
import { text } from '../text.ts';
import styles from './day-field.module.css';
import field from './field.module.css';

const shown = (day: string): string => (day === '' ? '' : digitsOfDay(day));

/** What is typed is a day only from its last digit on: `27/11/20` may be on its way to 2026. */
const isWhole = (typed: string): boolean => /\d{4}/.test(typed);

interface DayFieldProps {
  readonly label: string;
  /** `YYYY-MM-DD`; empty for none. */
  readonly value: string;
  readonly min?: string;
  readonly max?: string;
  readonly onChange: (day: string) => void;
}

/**
 * A day of the outlet's calendar, typed in the order in which the outlet writes days; the browser's own field would have the order
 * of the browser's language. Its calendar is the browser's. Up and down move by a day.
 */
export function DayField({ label, value, min, max, onChange }: DayFieldProps): ReactNode {
  const [typed, setTyped] = useState(() => shown(value));
  const [seen, setSeen] = useState(value);
  const calendar = useRef<HTMLInputElement>(null);
  const id = useId();
  if (seen !== value) {
    setSeen(value);
    // `1/2/2026` stays as it was typed while it means what is set.
    if (typedDay(typed) !== value) setTyped(shown(value));
  }
  const day = typedDay(typed);
  const isWrong = typed.trim() !== '' && day === null && isWhole(typed);
  const settle = (): void => {
    if (day === null) return;
    setTyped(shown(day));
    if (day !== value) onChange(day);
  };
  const type = (next: string): void => {
    setTyped(next);
    const meant = isWhole(next) ? typedDay(next) : null;
    if (next.trim() === '' || meant !== null) onChange(meant ?? '');
  };
  const move = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') settle();
    const days = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (days === undefined || value === '') return;
    event.preventDefault();
    onChange(addDays(value, days));
  };
  return (
    <span className={styles.day}>
      <label htmlFor={id}>{label}</label>
      <span className={styles.field}>
        <input
          id={id}
          className={`${field.field} ${styles.typed}`}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          maxLength={20}
          placeholder={exampleDay()}
          aria-invalid={isWrong}
          aria-describedby={`${id}-wrong`}
          value={typed}
          onChange={({ target }) => type(target.value)}
          onBlur={settle}
          onKeyDown={move}
        />
        <input
          ref={calendar}
          className={styles.calendar}
          type="date"
          tabIndex={-1}
          aria-hidden="true"
          value={value}
          min={min}
          max={max}
          onChange={({ target }) => onChange(target.value)}
        />
        <button
          type="button"
          className={styles.open}
          aria-label={text.day.calendar(label)}
          onClick={() => calendar.current?.showPicker()}
        >
          <CalendarDays size={18} aria-hidden />
        </button>
      </span>
      <span id={`${id}-wrong`} className={styles.wrong} role="status">
        {isWrong ? text.day.notADay(exampleDay()) : ''}
      </span>
    </span>
  );
}
