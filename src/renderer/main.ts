import { askAhead } from './state/asked-ahead.ts';
import { openBridge } from './state/open-bridge.ts';
import './styles/base.css';

/**
 * The window's first script, and a small one: while the screens are read, the app is asked already for what they show first.
 * Where they cannot be read, the page itself says so.
 */
const opened = openBridge().then((bridge) => bridge && askAhead(bridge, window.location.hash));
try {
  const { startScreens } = await import('./start-screens.tsx');
  startScreens(await opened);
} catch (error) {
  document.querySelector('.not-started')?.classList.add('failed');
  throw error;
}
