const focus = (id: string): void => document.getElementById(id)?.focus({ preventScroll: true });

/** The list of the screen that is shown. */
export const focusList = (): void => focus('list');

/** As the ref of what is asked for by a press: it begins there. */
export const takeFocus = (element: HTMLElement | null): void => element?.focus();

/** Scrolls what is chosen into sight, where it is not. Chromium answers with a promise, which a ref must not be given. */
export const intoSight = (element: HTMLElement | null): void => void element?.scrollIntoView({ block: 'nearest' });

/** Its detail, once it has been drawn. */
export const focusDetail = (): void => void requestAnimationFrame(() => focus('detail'));
