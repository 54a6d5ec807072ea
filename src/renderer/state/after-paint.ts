/** Runs once what was set before has been painted; at once in a window that nobody sees. Returns how to call it off. */
export const afterPaint = (run: () => void): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const inTask = (): void => {
    timer = setTimeout(run);
  };
  if (document.hidden) {
    inTask();
    return () => clearTimeout(timer);
  }
  const frame = requestAnimationFrame(inTask);
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
};

/** At most this long what is in sight goes without being asked for again. */
const longestRestMs = 200;

/** Runs once nothing is left to be drawn, and soon in any case. Returns how to call it off. */
export const atRest = (run: () => void): (() => void) => {
  const waiting = requestIdleCallback(run, { timeout: longestRestMs });
  return () => cancelIdleCallback(waiting);
};
