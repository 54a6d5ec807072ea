import { createContext, useContext } from 'react';
import type { AppState } from './app-state.ts';

export const AppContext = createContext<AppState | null>(null);

/** What the screens share. Only below `AppContext`. */
export const useApp = (): AppState => {
  const app = useContext(AppContext);
  if (app === null) throw new Error('useApp is used outside of AppContext.');
  return app;
};
