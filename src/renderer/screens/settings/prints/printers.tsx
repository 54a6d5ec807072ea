import { Fragment, type ReactNode, useId, useState } from 'react';
import { useStore } from 'zustand';
import type { RecordNoun } from '../../../../contract/event.ts';
import type { PrinterView } from '../../../../contract/printers.ts';
import buttons from '../../../components/button.module.css';
import field from '../../../components/field.module.css';
import { ManagerSignIn } from '../../../components/manager-sign-in.tsx';
import { RecordBody } from '../../../components/record-body.tsx';
import { Refused } from '../../../components/refused.tsx';
import type { Output } from '../../../state/bridge.ts';
import { createManagerCommand } from '../../../state/manager-command.ts';
import { useApp } from '../../../state/use-app.ts';
import { useQuery } from '../../../state/use-query.ts';
import { text } from '../../../text.ts';
import { PrinterForm } from './printer-form.tsx';
import styles from './prints.module.css';

const nouns: readonly RecordNoun[] = ['prints'];
const words = text.prints.printers;

type Printers = Output<'printers.list'>;
type Kind = keyof Printers['chosen'];
const kinds: readonly Kind[] = ['slip', 'pick_list', 'pick_round', 'scan_card'];

const stateOf = ({ answers, device }: PrinterView): string => {
  if (device === 'system') return words.system;
  if (answers === null) return words.untested;
  return answers ? words.answers : words.silent;
};

/** A printer with what a manager can do with it: a test page, and taking it away. */
function Printer({ printer }: { readonly printer: PrinterView }): ReactNode {
  const { call, notices, prints } = useApp();
  const [command] = useState(() => createManagerCommand(call));
  const { state, problem } = useStore(command.store);
  const { printerId, name } = printer;
  const test = (): void =>
    void command.run(
      () => prints.printing.test(printerId),
      () => undefined,
    );
  const remove = (): void =>
    void command.run(
      () => call('printers.remove', { printerId }),
      () => notices.say(words.removed(name)),
    );
  return (
    <li className={styles.printer}>
      <div>
        <p className={styles.name}>{name}</p>
        <p className={styles.hint}>
          {[printer.address, printer.paperMm === null ? '' : words.paperMm(printer.paperMm), stateOf(printer)]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      {problem === null ? null : <Refused>{problem}</Refused>}
      {state === 'needs_manager' || state === 'checking' ? <ManagerSignIn command={command} /> : null}
      {printer.device === 'network' && (state === 'idle' || state === 'running') ? (
        <span className={styles.buttons}>
          <button type="button" className={buttons.button} onClick={test}>
            {words.test}
          </button>
          <button type="button" className={buttons.button} onClick={remove}>
            {words.remove}
          </button>
        </span>
      ) : null}
    </li>
  );
}

/** Which printer each kind of paper comes out of on this till. */
function UsedFor({ rows, chosen }: Pick<Printers, 'rows' | 'chosen'>): ReactNode {
  const { call, notices } = useApp();
  const id = useId();
  const choose = async (kind: Kind, value: string): Promise<void> => {
    const printer = value === '' ? null : value;
    const reply = await call('printers.choose', { kind, printer });
    const name = rows.find(({ printerId }) => printerId === printer)?.name ?? words.dialog;
    notices.say(reply.ok ? words.chosen(text.prints.kinds[kind], name) : reply.fault.message);
  };
  return (
    <div className={styles.form}>
      {kinds.map((kind) => (
        <Fragment key={kind}>
          <label htmlFor={`${id}-${kind}`}>{text.prints.kinds[kind]}</label>
          <select
            id={`${id}-${kind}`}
            className={field.field}
            value={chosen[kind] ?? ''}
            onChange={({ target }) => void choose(kind, target.value)}
          >
            <option value="">{words.dialog}</option>
            {rows.map(({ printerId, name }) => (
              <option key={printerId} value={printerId}>
                {name}
              </option>
            ))}
          </select>
        </Fragment>
      ))}
    </div>
  );
}

/** Settings › Printers: receipt printers, what each is used for, and the scan card. */
export function PrintersSettings(): ReactNode {
  const { printing } = useApp().prints;
  const { data, fault, again } = useQuery('printers.list', {}, nouns);
  return (
    <div className={styles.section}>
      <h2 className={styles.title}>{words.title}</h2>
      <p className={styles.what}>{words.what}</p>
      <RecordBody view={data} fault={fault} onAgain={() => void again()}>
        {({ rows, chosen }) => (
          <>
            {rows.length === 0 ? <p>{words.none}</p> : null}
            <ul className={styles.printers}>
              {rows.map((printer) => (
                <Printer key={printer.printerId} printer={printer} />
              ))}
            </ul>
            <PrinterForm />
            <div className={styles.part}>
              <h3 className={styles.name}>{words.usedFor}</h3>
              <p className={styles.hint}>{words.usedForWhat}</p>
              <UsedFor rows={rows} chosen={chosen} />
            </div>
          </>
        )}
      </RecordBody>
      <div className={styles.part}>
        <p className={styles.what}>{words.scanCardWhat}</p>
        <div className={styles.buttons}>
          <button type="button" className={buttons.button} onClick={() => void printing.print(printing.scanCard())}>
            {words.scanCard}
          </button>
        </div>
      </div>
    </div>
  );
}
