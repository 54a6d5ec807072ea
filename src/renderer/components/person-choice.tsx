import { type ReactNode, useEffect } from 'react';
import type { RecordNoun } from '../../contract/event.ts';
import { useQuery } from '../state/use-query.ts';
import field from './field.module.css';

const nouns: readonly RecordNoun[] = ['staff'];

interface PersonChoiceProps {
  readonly id: string;
  readonly value: string;
  /** Only those who may do what only a manager may. */
  readonly managersOnly?: boolean;
  readonly onChange: (name: string) => void;
}

/** Who signs in, of those on the list; the first of them until somebody chooses. */
export function PersonChoice({ id, value, managersOnly = false, onChange }: PersonChoiceProps): ReactNode {
  const { data } = useQuery('staff.list', {}, nouns);
  const people = (data?.rows ?? []).filter(({ role }) => !managersOnly || role === 'manager');
  const [first] = people;
  useEffect(() => {
    if (value === '' && first !== undefined) onChange(first.name);
  }, [value, first, onChange]);
  return (
    <select id={id} className={field.field} required value={value} onChange={({ target }) => onChange(target.value)}>
      {people.map(({ name }) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </select>
  );
}
