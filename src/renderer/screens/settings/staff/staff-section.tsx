import { ShieldCheck, UserRound } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useStore } from 'zustand';
import type { RecordNoun } from '../../../../contract/event.ts';
import buttons from '../../../components/button.module.css';
import { RecordBody } from '../../../components/record-body.tsx';
import { useFocusBack } from '../../../components/use-focus-back.ts';
import type { Output } from '../../../state/bridge.ts';
import { useApp } from '../../../state/use-app.ts';
import { useQuery } from '../../../state/use-query.ts';
import { text } from '../../../text.ts';
import look from '../section-page.module.css';
import { AddPerson } from './add-person.tsx';
import { ChangePin } from './change-pin.tsx';
import { IdleTime } from './idle-time.tsx';
import { RemovePerson } from './remove-person.tsx';
import styles from './staff-section.module.css';

const nouns: readonly RecordNoun[] = ['staff'];
const words = text.staff;

type Person = Output<'staff.list'>['rows'][number];

/** A person, with what a manager can do about them; one thing is open at a time. */
function PersonRow({ person, isHere }: { readonly person: Person; readonly isHere: boolean }): ReactNode {
  const [open, setOpen] = useState<'pin' | 'remove' | null>(null);
  const { name, role } = person;
  const Icon = role === 'manager' ? ShieldCheck : UserRound;
  const pinButton = useFocusBack(open === 'pin');
  const removeButton = useFocusBack(open === 'remove');
  const close = (): void => setOpen(null);
  return (
    <li className={styles.row}>
      <div className={styles.head}>
        <Icon size={20} aria-hidden />
        <div className={styles.who}>
          <p className={styles.name}>{name}</p>
          <p className={styles.role}>
            {words.roles[role]}
            {isHere ? ` · ${words.you}` : ''}
          </p>
        </div>
        <button
          ref={pinButton}
          type="button"
          className={buttons.button}
          aria-label={words.change.openNamed(name)}
          aria-expanded={open === 'pin'}
          onClick={() => setOpen(open === 'pin' ? null : 'pin')}
        >
          {words.change.open}
        </button>
        <button
          ref={removeButton}
          type="button"
          className={buttons.button}
          aria-label={words.remove.openNamed(name)}
          aria-expanded={open === 'remove'}
          onClick={() => setOpen(open === 'remove' ? null : 'remove')}
        >
          {words.remove.open}
        </button>
      </div>
      {open === 'pin' ? <ChangePin name={name} onEnd={close} /> : null}
      {open === 'remove' ? <RemovePerson name={name} onEnd={close} /> : null}
    </li>
  );
}

function People({ rows }: { readonly rows: readonly Person[] }): ReactNode {
  const { staff } = useApp();
  const here = useStore(staff.store, (state) => state.staff?.name);
  if (rows.length === 0) return <p className={look.what}>{words.empty}</p>;
  return (
    <ul className={styles.list} aria-label={words.list}>
      {rows.map((person) => (
        <PersonRow key={person.name} person={person} isHere={person.name === here} />
      ))}
    </ul>
  );
}

/** Settings › Staff and PINs: who can sign in, and for how long (R6). */
export function StaffSection(): ReactNode {
  const { data, fault, again } = useQuery('staff.list', {}, nouns);
  return (
    <div className={look.page}>
      <h2 className={look.title}>{words.title}</h2>
      <p className={look.what}>{words.what}</p>
      <RecordBody view={data} fault={fault} onAgain={() => void again()}>
        {({ rows, idleMinutes }) => (
          <>
            <People rows={rows} />
            <AddPerson />
            <IdleTime key={idleMinutes} saved={idleMinutes} />
          </>
        )}
      </RecordBody>
    </div>
  );
}
