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
  const inOrder = [...groups].sort((a, b) => Number(a.name === 'go') - Number(b.name === 'go'));
  const hints = inOrder.flatMap((group) => group.shortcuts).flatMap(({ hint }) => (hint === undefined ? [] : [hint]));
  return (
    <footer className={styles.bar}>
      <ul className={styles.hints}>
        {hints.map(({ keys, label }) => (
          <li key={label} className={styles.hint}>
            <Keys keys={keys} /> {label}
          </li>
        ))}
      </ul>
      <p className={styles.notice} role="status">
        <span key={count}>{notice}</span>
      </p>
    </footer>
  );
}
