import { type ReactNode, useMemo } from 'react';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import { focusList } from '../state/focus-places.ts';
import type { Shortcut } from '../state/key-match.ts';
import { useApp } from '../state/use-app.ts';
import { useShortcuts } from '../state/use-shortcuts.ts';
import { text } from '../text.ts';
import { AlarmBand } from './alarm-band.tsx';
import styles from './frame.module.css';
import { HelpDialog } from './help-dialog.tsx';
import { HintBar } from './hint-bar.tsx';
import { OwnStoreButton } from './own-store-button.tsx';
import { Rail } from './rail.tsx';
import { TrainingBand } from './training-band.tsx';

const openHelp = (): void => {
  const dialog = document.getElementById('help');
  if (dialog instanceof HTMLDialogElement) dialog.showModal();
};

/** What stands around every screen: the practice mark, the rail, alarms, the hint bar and the list of keys. */
export function Frame({ children }: { readonly children: ReactNode }): ReactNode {
  const { shop } = useApp();
  const [, navigate] = useLocation();
  const practice = useStore(shop.about.store, ({ data }) => data?.practice ?? false);

  const shortcuts = useMemo<readonly Shortcut[]>(
    () => [
      { keys: ['g f'], label: text.keys.goFulfillments, run: () => navigate('/fulfillments') },
      { keys: ['g s'], label: text.keys.goSales, run: () => navigate('/sales-history') },
      { keys: ['g k'], label: text.keys.goStock, run: () => navigate('/stock') },
      { keys: ['g q'], label: text.keys.goQueue, run: () => navigate('/queue') },
      { keys: ['g ,'], label: text.keys.goSettings, run: () => navigate('/settings') },
      { keys: ['?'], label: text.keys.help, hint: { keys: ['?'], label: text.keys.help }, run: openHelp },
    ],
    [navigate],
  );
  useShortcuts('go', shortcuts);

  return (
    <div className={styles.frame} data-practice={practice}>
      <button type="button" className={styles.skip} onClick={focusList}>
        {text.frame.skip}
      </button>
      {practice ? (
        <aside className={styles.practice} aria-label={text.frame.practiceLabel}>
          {text.frame.practice}
          <OwnStoreButton />
        </aside>
      ) : null}
      <Rail onHelp={openHelp} />
      <div className={styles.screen}>{children}</div>
      <AlarmBand />
      {practice ? <TrainingBand /> : null}
      <HintBar />
      <HelpDialog />
    </div>
  );
}
