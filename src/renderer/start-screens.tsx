import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { language } from './format/language.ts';
import { NoSession } from './screens/no-session.tsx';
import { createAppState } from './state/app-state.ts';
import type { Bridge } from './state/bridge.ts';
import { keepMenuFromFingers } from './state/touch.ts';

/** Puts the screens in the page's place for them; null: the window is not signed in to the app. */
export const startScreens = (bridge: Bridge | null): void => {
  const place = document.getElementById('root');
  if (place === null) throw new Error('The page has no place for the screens.');
  keepMenuFromFingers();
  document.documentElement.lang = language;
  createRoot(place).render(bridge === null ? <NoSession /> : <App state={createAppState(bridge)} />);
};
