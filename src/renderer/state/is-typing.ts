/** Where letters are written. A radio button or a checkbox takes none, so keys and scans work with one focused. */
const places = 'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable="true"]';

export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(places) !== null;
