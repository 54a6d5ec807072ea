/** What no first screen needs: built into a file of its own, which is loaded when the window has been quiet (`later.tsx`). */
export { GuideScreen } from '../guide/guide-screen.tsx';
export { CommandPalette } from '../palette/command-palette.tsx';
export { QueueScreen } from '../queue/queue-screen.tsx';
export { SettingsScreen } from '../settings/settings-screen.tsx';
export { LinksScreen } from '../stock/links/links-screen.tsx';
export { OpeningScreen } from '../stock/opening/opening-screen.tsx';
export { ProofScreen } from '../stock/proof/proof-screen.tsx';
export { StockScreen } from '../stock/stock-screen.tsx';
