import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { useApp } from '../state/use-app.ts';
import styles from './hint-bar.module.css';
import { Keys } from './keys.tsx';

/** The keys that work now, and the last thing worth saying. */
export function HintBar(): ReactNode {
  const { keyboard, notices } = useApp();
  const groups = useStore(keyboard.store, (state) => state.groups);
  const { notice, count } = useStore(notices.store);
  const hinted = groups.flatMap((group) => group.shortcuts).filter((shortcut) => shortcut.hinted === true);
  return (
    <footer className={styles.bar}>
      <ul className={styles.hints}>
        {hinted.map((shortcut) => (
          <li key={shortcut.keys.join()} className={styles.hint}>
            <Keys keys={shortcut.keys} /> {shortcut.label}
          </li>
        ))}
      </ul>
      <p className={styles.notice} role="status">
        <span key={count}>{notice}</span>
      </p>
    </footer>
  );
}
