import { type ReactNode, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Shortcut } from '../state/key-match.ts';
import { useApp } from '../state/use-app.ts';
import { useShortcuts } from '../state/use-shortcuts.ts';
import { text } from '../text.ts';
import styles from './hint-bar.module.css';
import { Keys } from './keys.tsx';

const undoKeys = ['z'];

/** Takes back what the last notice tells of, by touch and by key. */
function UndoButton(): ReactNode {
  const { notices } = useApp();
  const shortcuts = useMemo<readonly Shortcut[]>(
    () => [{ keys: undoKeys, label: text.keys.undo, run: notices.undo }],
    [notices],
  );
  useShortcuts('go', shortcuts);
  return (
    <button type="button" className={styles.undo} onClick={notices.undo}>
      {text.keys.undo} <Keys keys={undoKeys} />
    </button>
  );
}

/** The keys that work now, and the last thing worth saying. */
export function HintBar(): ReactNode {
  const { keyboard, notices } = useApp();
  const groups = useStore(keyboard.store, (state) => state.groups);
  const { notice, count, undo } = useStore(notices.store);
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
      {undo === null ? null : <UndoButton />}
    </footer>
  );
}
