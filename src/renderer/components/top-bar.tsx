import type { ReactNode } from 'react';
import { SyncBanner } from './sync-banner.tsx';
import { SyncChip } from './sync-chip.tsx';
import styles from './top-bar.module.css';

interface TopBarProps {
  readonly title: string;
  /** The one search field of the screen, where it has one. */
  readonly children?: ReactNode;
}

/** What stands on top of every screen: its title, its search field, and how the exchange with BigCommerce stands. */
export function TopBar({ title, children }: TopBarProps): ReactNode {
  return (
    <>
      <header className={styles.bar}>
        <h1 className={styles.title}>{title}</h1>
        {children}
        <div className={styles.chip}>
          <SyncChip />
        </div>
      </header>
      <SyncBanner />
    </>
  );
}
