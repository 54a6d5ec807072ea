import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { useApp } from '../state/use-app.ts';
import { text } from '../text.ts';
import styles from './own-store-button.module.css';

/** The way from practice to the shop's own till, where this host has both. */
export function OwnStoreButton(): ReactNode {
  const { shop, link } = useApp();
  const canSwitch = useStore(shop.about.store, ({ data }) => data?.canSwitch === true);
  if (!canSwitch) return null;
  return (
    <button type="button" className={styles.button} onClick={() => void link.switchTo(false)}>
      {text.frame.linkOwn}
    </button>
  );
}
