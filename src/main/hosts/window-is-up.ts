/** What the Electron host prints once its window is up: from then on the command line leaves it alone. */
export const windowIsUp = 'Window open.';
