import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { useApp } from '../state/use-app.ts';
import styles from './sync-banner.module.css';

/** While nothing can arrive until somebody acts, every screen says so; reading goes on. */
export function SyncBanner(): ReactNode {
  const { sync } = useApp();
  const status = useStore(sync.store, (facts) => facts.status);
  const blocked = status?.state === 'refused' || status?.state === 'paused';
  if (!blocked || status.problem === null) return null;
  return (
    <div className={styles.banner} role="alert">
      <CircleAlert size={18} aria-hidden />
      <p>
        {status.problem.message} {status.problem.nextStep}
      </p>
    </div>
  );
}
