import { isTyping } from './is-typing.ts';
import { createScanReader, scanGapMs } from './scan-reader.ts';

/**
 * A first key is held only this long before it does its work, so that no key feels slow; most scanners have sent their
 * second character by then. What a slower one begins with does its work as a key, and is still part of the code. What
 * can be taken back is shown before.
 */
const firstKeyMs = 25;

type Field = HTMLInputElement | HTMLTextAreaElement;
interface FieldBefore {
  readonly field: Field;
  readonly value: string;
}

const fieldOf = (target: EventTarget | null): Field | null =>
  isTyping(target) && (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) ? target : null;

/** React hears of a value only by an `input` event after the element's own setter. */
const restore = ({ field, value }: FieldBefore): void => {
  const kind = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
  Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
};

/**
 * Hears a scanner among the keys, whatever has the focus:
 *
 *     key ─▶ held ─ next key within 60 ms ─▶ held ─ Enter, Tab or silence, 4 characters or more ─▶ a scan
 *              └─ silence, fewer ─▶ replayed to the shortcuts, none is lost
 *
 * In a field nothing is held: characters appear as they come, and when Enter or Tab shows that they were a scan, the
 * field gets back what it had before. While nobody listens for scans, no key is touched.
 *
 * `preview` shows what a key is going to do, and returns how to take that back, which is done before anything else is.
 */
export const createScanner = (preview: (event: KeyboardEvent) => (() => void) | null) => {
  const listeners = new Set<(code: string) => void>();
  let fallback: ((code: string) => void) | null = null;
  const reader = createScanReader();
  const replayed = new WeakSet<Event>();
  let held: KeyboardEvent[] = [];
  let silence: ReturnType<typeof setTimeout> | undefined;
  let before: FieldBefore | null = null;
  let takeBack: (() => void) | null = null;

  const endPreview = (): void => {
    takeBack?.();
    takeBack = null;
  };

  /**
   * One key after the other, each once the screen has drawn what the one before it did: what follows `/` is typed into
   * the search. All of it happens before the browser hands out another key.
   */
  const replay = ([first, ...others]: readonly KeyboardEvent[]): void => {
    if (first === undefined) return;
    const { key, code, shiftKey } = first;
    const place = document.activeElement ?? document.body;
    const again = new KeyboardEvent('keydown', { key, code, shiftKey, bubbles: true, cancelable: true });
    replayed.add(again);
    // A key that a program made writes nothing by itself.
    if (place.dispatchEvent(again) && isTyping(place)) document.execCommand('insertText', false, key);
    queueMicrotask(() => replay(others));
  };

  const isHeard = (): boolean => listeners.size > 0 || fallback !== null;

  const tell = (code: string): void => {
    endPreview();
    held = [];
    clearTimeout(silence);
    if (listeners.size === 0) fallback?.(code);
    for (const listener of [...listeners]) listener(code);
  };

  const letGo = (): void => {
    endPreview();
    clearTimeout(silence);
    const keys = held;
    held = [];
    if (keys.length > 0) replay(keys);
  };

  const onSilence = (): void => {
    const last = held.at(-1);
    // The reader goes on gathering after a single first key: a slow scanner may still follow it.
    const code = held.length > 1 && last !== undefined ? reader.take(last.timeStamp) : null;
    if (code === null) letGo();
    else tell(code);
  };

  const onCharacter = (event: KeyboardEvent): void => {
    const follows = reader.add(event.key, event.timeStamp);
    if (isTyping(event.target)) {
      const field = fieldOf(event.target);
      if (!follows) before = field === null ? null : { field, value: field.value };
      return;
    }
    if (follows) endPreview();
    else {
      letGo();
      before = null;
      takeBack = preview(event);
    }
    event.preventDefault();
    event.stopPropagation();
    held.push(event);
    clearTimeout(silence);
    silence = setTimeout(onSilence, follows ? scanGapMs : firstKeyMs);
  };

  const onEnd = (event: KeyboardEvent): void => {
    const code = reader.take(event.timeStamp);
    if (code === null) {
      letGo();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (before !== null && before.field === event.target) restore(before);
    before = null;
    tell(code);
  };

  /** Keys that are nobody's business here: a PIN above all is never told as a code. */
  const isLeftAlone = (event: KeyboardEvent): boolean =>
    !isHeard() || replayed.has(event) || event.isComposing || fieldOf(event.target)?.type === 'password';

  /** `/` goes to the search at once: no code begins with it, and what follows is typed there. */
  const isOfCode = ({ key, repeat }: KeyboardEvent): boolean =>
    key.length === 1 && key !== ' ' && !repeat && !(key === '/' && held.length === 0);

  window.addEventListener(
    'keydown',
    (event) => {
      if (isLeftAlone(event)) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return letGo();
      if (event.key === 'Enter' || event.key === 'Tab') return onEnd(event);
      if (isOfCode(event) && document.querySelector('dialog[open]') === null) onCharacter(event);
      else if (event.key !== 'Shift') letGo();
    },
    { capture: true },
  );

  return {
    /** Hears of every scan until the function returned is called. */
    on: (listener: (code: string) => void): (() => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** Tells of a code that came by another way than keys. A dialog asks for something else first, as for keys. */
    scanned: (code: string): void => {
      if (document.querySelector('dialog[open]') === null) tell(code);
    },
    /** Hears of the scans that nobody else listens for. */
    otherwise: (listener: (code: string) => void): void => {
      fallback = listener;
    },
  };
};
