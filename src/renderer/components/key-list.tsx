import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { ShortcutGroup } from '../state/keyboard.ts';
import { useApp } from '../state/use-app.ts';
import { text } from '../text.ts';
import styles from './key-list.module.css';
import { Keys } from './keys.tsx';

/** The keys of a group that work now, and what each does. */
export function KeyList({ name }: Pick<ShortcutGroup, 'name'>): ReactNode {
  const { keyboard } = useApp();
  const groups = useStore(keyboard.store, (state) => state.groups);
  return (
    <section>
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
  );
}
