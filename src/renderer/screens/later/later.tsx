import { type ReactNode, useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { NotLoaded } from './not-loaded.tsx';

type LaterScreens = typeof import('./later-screens.ts');

interface Loading {
  readonly screens: LaterScreens | null;
  /** True once the file could not be read; the next wish tries again. */
  readonly failed: boolean;
}

const store = createStore<Loading>(() => ({ screens: null, failed: false }));
let asked = false;

const load = async (): Promise<void> => {
  try {
    store.setState({ screens: await import('./later-screens.ts'), failed: false });
  } catch {
    // The browser has written the reason into its console; staff are told what to do.
    asked = false;
    store.setState({ failed: true });
  }
};

const loadLater = (): void => {
  if (!asked) void load();
  asked = true;
};

const quietAfterMs = 1_000;

/** Loads the other screens once the first one has had its time, so that going to them waits for nothing, also offline. */
export const useOtherScreensSoon = (): void =>
  useEffect(() => {
    const timer = setTimeout(() => requestIdleCallback(loadLater), quietAfterMs);
    return () => clearTimeout(timer);
  }, []);

/**
 * Shows what comes with the other screens, and loads them where they are not here yet. No `Suspense`: React would keep
 * its empty place in sight for a third of a second.
 */
export function Later({ show }: { readonly show: (screens: LaterScreens) => ReactNode }): ReactNode {
  const { screens, failed } = useStore(store);
  useEffect(loadLater, []);
  if (screens !== null) return show(screens);
  return failed ? <NotLoaded /> : null;
}
