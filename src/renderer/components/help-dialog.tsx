import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { ShortcutGroup } from '../state/keyboard.ts';
import { useApp } from '../state/use-app.ts';
import { text } from '../text.ts';
import buttons from './button.module.css';
import styles from './help-dialog.module.css';
import { Keys } from './keys.tsx';

const names: readonly ShortcutGroup['name'][] = ['list', 'go'];

/** Every key that works on the screen behind it. */
export function HelpDialog(): ReactNode {
  const { keyboard } = useApp();
  const groups = useStore(keyboard.store, (state) => state.groups);
  return (
    <dialog className={styles.dialog} id="help" aria-labelledby="help-title" closedby="any">
      <form method="dialog" className={styles.head}>
        <h2 id="help-title" className={styles.title}>
          {text.keys.title}
        </h2>
        <button type="submit" className={buttons.bare} aria-label={text.keys.close}>
          <X size={20} aria-hidden />
        </button>
      </form>
      <div className={styles.groups}>
        {names.map((name) => (
          <section key={name}>
            <h3 className={styles.group}>{text.keys.group[name]}</h3>
            <dl>
              {groups
                .filter((group) => group.name === name)
                .flatMap((group) => group.shortcuts)
                .map((shortcut) => (
                  <div key={shortcut.keys.join()} className={styles.entry}>
                    <dt className={styles.keys}>
                      <Keys keys={shortcut.keys} />
                    </dt>
                    <dd>{shortcut.label}</dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </dialog>
  );
}
