import { type ReactNode, useId, useState } from 'react';
import field from '../../../components/field.module.css';
import { ManagerForm } from '../../../components/manager-form.tsx';
import { PinField } from '../../../components/pin-field.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { createManagerCommand } from '../../../state/manager-command.ts';
import { useApp } from '../../../state/use-app.ts';
import { text } from '../../../text.ts';
import look from '../section-page.module.css';

const words = text.staff.add;
const roles = ['staff', 'manager'] as const;

/** Puts somebody on the list, by a manager. */
export function AddPerson(): ReactNode {
  const { call, notices } = useApp();
  const [command] = useState(() => createManagerCommand(call));
  const [name, setName] = useState('');
  const [role, setRole] = useState<(typeof roles)[number]>('staff');
  const [pin, setPin] = useState('');
  const id = useId();
  const isComplete = name.trim() !== '' && /^\d{4,12}$/.test(pin);
  const add = (): void =>
    void command.run(
      () => call('staff.add', { name, role, pin }),
      () => {
        notices.say(words.done(name.trim()));
        setName('');
        setPin('');
      },
    );
  return (
    <section className={look.part} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`} className={look.heading}>
        {words.title}
      </h3>
      <ManagerForm
        command={command}
        className={look.form}
        label={words.commit}
        busy={words.busy}
        hindrance={isComplete ? null : words.incomplete}
        onSubmit={add}
      >
        <TextField label={words.name} maxLength={100} value={name} onChange={setName} />
        <label htmlFor={`${id}-role`}>{words.role}</label>
        <select
          id={`${id}-role`}
          className={field.field}
          value={role}
          onChange={({ target }) => setRole(target.value === 'manager' ? 'manager' : 'staff')}
        >
          {roles.map((each) => (
            <option key={each} value={each}>
              {text.staff.roles[each]}
            </option>
          ))}
        </select>
        <label htmlFor={`${id}-pin`}>{words.pin}</label>
        <PinField id={`${id}-pin`} value={pin} onChange={setPin} />
      </ManagerForm>
    </section>
  );
}
