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
