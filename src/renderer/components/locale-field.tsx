import { type ReactNode, useId, useMemo } from 'react';
import { localeChoices, machineName } from '../format/locale-names.ts';
import { localeSample } from '../format/locale-sample.ts';
import { text } from '../text.ts';
import field from './field.module.css';

const words = text.outlet;

interface LocaleFieldProps {
  /** A language and a region; empty where each machine writes its own way. */
  readonly value: string;
  readonly currency: string;
  readonly onChange: (value: string) => void;
}

/** How an outlet writes days, figures and money, with what that looks like: two cells of a form's grid, twice. */
export function LocaleField({ value, currency, onChange }: LocaleFieldProps): ReactNode {
  const id = useId();
  const choices = useMemo(() => localeChoices(value), [value]);
  return (
    <>
      <label htmlFor={id}>{words.locale}</label>
      <select
        id={id}
        className={field.field}
        aria-describedby={`${id}-sample`}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      >
        <option value="">{words.asMachine}</option>
        {choices.map(({ tag, name }) => (
          <option key={tag} value={tag}>
            {name}
          </option>
        ))}
      </select>
      <span />
      <output id={`${id}-sample`} className={field.meaning}>
        {value === '' ? `${words.thisMachine(machineName())} ` : ''}
        {words.sample(localeSample(value === '' ? null : value, currency))}
      </output>
    </>
  );
}
