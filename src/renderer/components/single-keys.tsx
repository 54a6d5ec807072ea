import { type ReactNode, useId } from 'react';
import { useStore } from 'zustand';
import { useApp } from '../state/use-app.ts';
import { text } from '../text.ts';
import styles from './single-keys.module.css';

/** Keys that write a character are pressed by accident, or said by who speaks to the machine: they can be turned off. */
export function SingleKeys(): ReactNode {
  const { keyboard } = useApp();
  const on = useStore(keyboard.store, (state) => state.singleKeys);
  const id = useId();
  return (
    <p className={styles.single}>
      <input id={id} type="checkbox" checked={on} onChange={({ target }) => keyboard.turnSingleKeys(target.checked)} />
      <label htmlFor={id}>{text.keys.single}</label>
    </p>
  );
}
