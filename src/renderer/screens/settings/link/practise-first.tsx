import { GraduationCap } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import buttons from '../../../components/button.module.css';
import { useApp } from '../../../state/use-app.ts';
import { text } from '../../../text.ts';
import styles from './link.module.css';

const words = text.link.practise;

/** One press to a till with orders, for whoever has no store at hand; where this host has a practice store. */
export function PractiseFirst(): ReactNode {
  const { shop, link } = useApp();
  const about = useStore(shop.about.store, ({ data }) => data);
  const isSwitching = useStore(link.store, (wishes) => wishes.isSwitching);
  if (about === null || about.practice || !about.canSwitch) return null;
  return (
    <aside className={styles.practise} aria-label={words.title}>
      <GraduationCap size={22} aria-hidden />
      <p>
        <strong>{words.title}</strong> {words.what}
      </p>
      <button
        type="button"
        className={buttons.button}
        aria-disabled={isSwitching}
        onClick={isSwitching ? undefined : () => void link.switchTo(true)}
      >
        {isSwitching ? words.busy : words.commit}
      </button>
    </aside>
  );
}
