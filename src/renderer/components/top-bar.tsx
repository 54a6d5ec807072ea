import type { ReactNode } from 'react';
import { FindField } from './find-field.tsx';
import { PersonButton } from './person-button.tsx';
import { SyncBanner } from './sync-banner.tsx';
import { SyncChip } from './sync-chip.tsx';
import styles from './top-bar.module.css';

interface TopBarProps {
  readonly title: string;
  /** The search field of a screen with a list to narrow; the others find a sale. */
  readonly children?: ReactNode;
}

/** What stands on top of every screen: its title and search field, who works here, how the exchange with BigCommerce is. */
export function TopBar({ title, children }: TopBarProps): ReactNode {
  return (
    <>
      <header className={styles.bar}>
        <h1 className={styles.title}>{title}</h1>
        {children ?? <FindField />}
        <div className={styles.chip}>
          <PersonButton />
          <SyncChip />
        </div>
      </header>
      <SyncBanner />
    </>
  );
}
