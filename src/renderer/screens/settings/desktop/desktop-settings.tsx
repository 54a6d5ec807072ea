import { type ReactNode, useId, useState } from 'react';
import type { RecordNoun } from '../../../../contract/event.ts';
import buttons from '../../../components/button.module.css';
import { ManagerStep } from '../../../components/manager-step.tsx';
import { RecordBody } from '../../../components/record-body.tsx';
import { RunningWork } from '../../../components/running-work.tsx';
import type { Output } from '../../../state/bridge.ts';
import { createManagerCommand } from '../../../state/manager-command.ts';
import { useApp } from '../../../state/use-app.ts';
import { useQuery } from '../../../state/use-query.ts';
import { text } from '../../../text.ts';
import styles from './desktop-settings.module.css';

const words = text.desktop;

type Desktop = Output<'desktop.get'>;
type Settings = NonNullable<Desktop['settings']>;
type Name = keyof Settings;

const nouns: readonly RecordNoun[] = [];
const names: readonly Name[] = ['notifyOrders', 'keepRunning', 'startWithComputer', 'kiosk'];

/** One switch with what it means; the whole line is its target. */
function Switch({ name, on, onChange }: { name: Name; on: boolean; onChange: (on: boolean) => void }): ReactNode {
  const id = useId();
  return (
    <label className={styles.switch} htmlFor={id}>
      <input id={id} type="checkbox" checked={on} onChange={({ target }) => onChange(target.checked)} />
      <span>
        <strong>{words.settings[name].label}</strong>
        <span className={styles.what}>{words.settings[name].meaning}</span>
      </span>
    </label>
  );
}

function WindowForm({ saved, onSaved }: { readonly saved: Settings; readonly onSaved: () => void }): ReactNode {
  const { call, notices } = useApp();
  const [command] = useState(() => createManagerCommand(call));
  const [changed, setChanged] = useState<Partial<Settings>>({});
  const now = { ...saved, ...changed };
  const change = (name: Name, on: boolean): void => {
    command.forget();
    setChanged((before) => ({ ...before, [name]: on }));
  };
  const wanted = Object.fromEntries(Object.entries(changed).filter(([name, on]) => saved[name as Name] !== on));
  const save = (): void =>
    void command.run(
      () => call('desktop.change', wanted),
      () => {
        setChanged({});
        notices.say(words.saved);
        onSaved();
      },
    );
  return (
    <>
      {names.map((name) => (
        <Switch key={name} name={name} on={now[name]} onChange={(on) => change(name, on)} />
      ))}
      <ManagerStep
        command={command}
        label={words.save}
        busy={words.saving}
        hindrance={Object.keys(wanted).length === 0 ? words.unchanged : null}
        onPress={save}
      />
    </>
  );
}

/** The version that waits, and why it does; installing it ends the app, so it is asked for by hand. */
function Update({ update, onDone }: { readonly update: Desktop['update']; readonly onDone: () => void }): ReactNode {
  const { call, notices } = useApp();
  const waits = update.state === 'waiting' || update.state === 'refused';
  const install = async (): Promise<void> => {
    const reply = await call('desktop.installUpdate', {});
    if (!reply.ok) notices.say(reply.fault.message);
    onDone();
  };
  return (
    <div className={styles.row}>
      <p>
        {words.update[update.state](update.version ?? '')} {update.reason}
      </p>
      {waits ? (
        <button type="button" className={buttons.button} onClick={() => void install()}>
          {words.install}
        </button>
      ) : null}
    </div>
  );
}

const supportFile = ['support_file'] as const;

function SupportFile(): ReactNode {
  const { call } = useApp();
  const [said, setSaid] = useState('');
  const write = async (): Promise<void> => {
    setSaid(words.writing);
    const reply = await call('desktop.supportBundle', {});
    setSaid(reply.ok ? words.written(reply.data.file) : reply.fault.message);
  };
  return (
    <div className={styles.row}>
      <p>{words.support}</p>
      <button type="button" className={buttons.button} onClick={() => void write()}>
        {words.write}
      </button>
      <RunningWork works={supportFile} />
      <p role="status" className={styles.path}>
        {said}
      </p>
    </div>
  );
}

/** Settings › Window and updates: how Tillbridge behaves on this machine, its update, and the file for support. */
export function DesktopSettings(): ReactNode {
  const { data, fault, again } = useQuery('desktop.get', {}, nouns);
  const read = (): void => void again();
  return (
    <div className={styles.section}>
      <h2 className={styles.title}>{words.title}</h2>
      <RecordBody view={data} fault={fault} onAgain={read}>
        {({ settings, update }) => (
          <>
            {settings === null ? <p>{words.noWindow}</p> : <WindowForm saved={settings} onSaved={read} />}
            {update.state === 'none' ? null : <Update update={update} onDone={read} />}
          </>
        )}
      </RecordBody>
      <SupportFile />
    </div>
  );
}
