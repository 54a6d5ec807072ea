/** Windows ends a console program with a break; no other system knows that one. */
const requests: readonly NodeJS.Signals[] = [
  'SIGINT',
  'SIGTERM',
  'SIGHUP',
  ...(process.platform === 'win32' ? (['SIGBREAK'] as const) : []),
];

/** Resolves at the first Ctrl-C or other request to end; a second one ends the process at once, as anywhere. */
export const untilStopped = (): Promise<void> =>
  new Promise((resolve) => {
    const stop = (): void => {
      for (const request of requests) process.off(request, stop);
      resolve();
    };
    for (const request of requests) process.on(request, stop);
  });
