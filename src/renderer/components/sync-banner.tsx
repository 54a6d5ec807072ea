import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import type { SyncState } from '../../contract/sync.ts';
import { useApp } from '../state/use-app.ts';
import { text } from '../text.ts';
import buttons from './button.module.css';
import styles from './sync-banner.module.css';

const blocking: ReadonlySet<SyncState> = new Set(['refused', 'paused', 'not_linked']);

/** While nothing can arrive until somebody acts, every screen says so; reading goes on. */
export function SyncBanner(): ReactNode {
  const { sync } = useApp();
  const status = useStore(sync.store, (facts) => facts.status);
  if (status === null || !blocking.has(status.state) || status.problem === null) return null;
  return (
    <div className={styles.banner} role="alert">
      <CircleAlert size={18} aria-hidden />
      <p>
        {text.problem(status.problem)} {text.problemStep(status.problem)}
      </p>
      <Link href="/settings/link" className={`${buttons.button} ${styles.way}`}>
        {status.state === 'not_linked' ? text.link.linkAgain : text.link.fix}
      </Link>
      <Link href="/guide/trouble" className={buttons.button}>
        {text.guide.whatToDo}
      </Link>
    </div>
  );
}
