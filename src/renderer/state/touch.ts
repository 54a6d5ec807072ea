import { isTyping } from './is-typing.ts';

/**
 * A finger that rests on a button means the button: where a browser shows the screens, its own menu would come instead.
 * In a field that menu has copy and paste, and stays.
 */
export const keepMenuFromFingers = (): void =>
  addEventListener('contextmenu', (event) => {
    if (event instanceof PointerEvent && event.pointerType === 'touch' && !isTyping(event.target)) {
      event.preventDefault();
    }
  });
