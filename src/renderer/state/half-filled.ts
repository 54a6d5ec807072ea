/** How soon it is seen that a form was recorded or closed, ms. */
const LOOK_EVERY_MS = 250;

type TextField = HTMLInputElement | HTMLTextAreaElement;

const isTextField = (target: EventTarget | null): target is TextField =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && !['checkbox', 'radio', 'range', 'file'].includes(target.type));

/** Knows whether a form of this window holds what somebody typed and has not recorded. */
export const createHalfFilled = () => {
  const typed = new Set<TextField>();
  document.addEventListener('input', ({ target }) => {
    if (isTextField(target) && target.form !== null) typed.add(target);
  });

  const isAny = (): boolean => {
    for (const field of typed) if (!field.isConnected || field.value === '') typed.delete(field);
    return typed.size > 0;
  };

  let waiting: (() => void) | null = null;
  let timer: ReturnType<typeof setInterval> | undefined;
  const look = (): void => {
    if (isAny()) return;
    clearInterval(timer);
    timer = undefined;
    waiting?.();
    waiting = null;
  };

  return {
    /** Does it at once where nothing is half-filled, else when that was recorded or left. The last one asked for counts. */
    afterwards: (act: () => void): void => {
      waiting = act;
      timer ??= setInterval(look, LOOK_EVERY_MS);
      look();
    },
  };
};
