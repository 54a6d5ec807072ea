import { Fragment, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import field from '../../components/field.module.css';
import { Keys } from '../../components/keys.tsx';
import { intoSight } from '../../state/focus-places.ts';
import type { Shortcut } from '../../state/key-match.ts';
import { type Command, commandsOfRecord, matching, withoutDoubles } from '../../state/palette.ts';
import { useApp } from '../../state/use-app.ts';
import { text } from '../../text.ts';
import styles from './command-palette.module.css';
import { useWindowCommands } from './window-commands.ts';

const words = text.palette;
const groups: readonly Command['group'][] = ['record', 'list', 'go', 'window'];
const idOf = (index: number): string => `command-${index}`;

/** Everything that can be done now, as it is when the palette opens. */
const useCommands = (): (() => readonly Command[]) => {
  const { keyboard } = useApp();
  const ofWindow = useWindowCommands();
  return () => {
    const working = new Set(keyboard.store.getState().groups.flatMap((group) => group.shortcuts.flatMap(keysOf)));
    const shortcuts = keyboard
      .every()
      .flatMap(({ name, shortcuts }) => shortcuts.map((each) => ({ ...each, group: name })))
      .filter(({ keys }) => !keys.includes('Ctrl+K'))
      .map(({ group, label, keys, run }) => ({ group, label, keys: keys.filter((key) => working.has(key)), run }));
    const all = withoutDoubles([...shortcuts, ...commandsOfRecord(), ...ofWindow]);
    return groups.flatMap((group) => all.filter((command) => command.group === group));
  };
};

const keysOf = ({ keys }: Shortcut): readonly string[] => keys;

interface RowProps {
  readonly command: Command;
  readonly index: number;
  readonly isChosen: boolean;
  readonly onRun: () => void;
}

function CommandRow({ command, index, isChosen, onRun }: RowProps): ReactNode {
  return (
    <button
      type="button"
      ref={isChosen ? intoSight : undefined}
      id={idOf(index)}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      className={styles.command}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onRun}
    >
      <span>{command.label}</span>
      <span className={styles.keys}>
        <Keys keys={command.keys} />
      </span>
    </button>
  );
}

/** Everything that can be done now, by name, and the keys that do it without this list. Opens with each of `openings`. */
export function CommandPalette({ openings }: { readonly openings: number }): ReactNode {
  const { keyboard } = useApp();
  useStore(keyboard.store, (state) => state.singleKeys);
  const gather = useCommands();
  const dialog = useRef<HTMLDialogElement>(null);
  const [commands, setCommands] = useState<readonly Command[]>([]);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const found = matching(commands, typed);

  const gathering = useRef(gather);
  gathering.current = gather;
  useEffect(() => {
    if (openings === 0) return;
    setCommands(gathering.current());
    setTyped('');
    setChosen(0);
    dialog.current?.showModal();
  }, [openings]);

  const run = (command: Command | undefined): void => {
    if (command === undefined) return;
    // Closed first: the focus goes back to where it was, and what the command does may move it on.
    dialog.current?.close();
    command.run();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const { key } = event;
    const closes = (event.ctrlKey || event.metaKey) && key.toLowerCase() === 'k';
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[key];
    if (!closes && by === undefined && key !== 'Enter') return;
    event.preventDefault();
    if (closes) dialog.current?.close();
    else if (by === undefined) run(found[chosen]);
    else if (found.length > 0) setChosen(Math.min(Math.max(chosen + by, 0), found.length - 1));
  };

  return (
    <dialog ref={dialog} className={styles.dialog} id="palette" aria-label={words.title} closedby="any">
      <input
        className={`${field.field} ${styles.field}`}
        role="combobox"
        aria-label={words.search}
        aria-expanded="true"
        aria-controls="commands"
        aria-autocomplete="list"
        aria-activedescendant={found.length > 0 ? idOf(chosen) : undefined}
        placeholder={words.search}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div className={styles.list} id="commands" role="listbox" aria-label={words.list} data-scrolls>
        {found.map((command, index) => (
          <Fragment key={command.label}>
            {typed === '' && command.group !== found[index - 1]?.group ? (
              <p className={styles.group} aria-hidden>
                {words.groups[command.group]}
              </p>
            ) : null}
            <CommandRow command={command} index={index} isChosen={index === chosen} onRun={() => run(command)} />
          </Fragment>
        ))}
      </div>
      {found.length === 0 ? (
        <p className={styles.nothing} role="status">
          {words.nothing(typed)}
        </p>
      ) : null}
    </dialog>
  );
}
