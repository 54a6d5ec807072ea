const focus = (id: string): void => document.getElementById(id)?.focus({ preventScroll: true });

/** The list of the screen that is shown. */
export const focusList = (): void => focus('list');

/** Its detail, once it has been drawn. */
export const focusDetail = (): void => void requestAnimationFrame(() => focus('detail'));
