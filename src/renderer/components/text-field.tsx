import { type ComponentProps, type ReactNode, useId } from 'react';
import { takeFocus } from '../state/focus-places.ts';
import field from './field.module.css';
import styles from './text-field.module.css';

type InputProps = Pick<ComponentProps<'input'>, 'inputMode' | 'maxLength' | 'spellCheck' | 'type'>;

interface TextFieldProps extends InputProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string | undefined;
  /** What is offered to choose from; anything else may be typed. */
  readonly offered?: readonly string[];
  /** Where what is open begins. */
  readonly isFirst?: boolean;
  /** It was asked for by a press, and begins here. */
  readonly takesFocus?: boolean;
  /** For a few digits. */
  readonly isShort?: boolean;
}

/** A label, its field and what helps to fill it, one after the other: cells of a grid, where its form is one. */
export function TextField(props: TextFieldProps): ReactNode {
  const { label, value, onChange, hint, offered, isFirst, takesFocus, isShort, ...input } = props;
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <input
        ref={takesFocus === true ? takeFocus : undefined}
        id={id}
        className={isShort === true ? styles.short : field.field}
        autoComplete="off"
        spellCheck={false}
        data-first={isFirst === true ? '' : undefined}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        list={offered === undefined ? undefined : `${id}-offered`}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        {...input}
      />
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {offered === undefined ? null : (
        <datalist id={`${id}-offered`}>
          {offered.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      )}
    </>
  );
}
