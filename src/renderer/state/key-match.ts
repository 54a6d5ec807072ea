export interface Shortcut {
  /** Keys as `KeyboardEvent.key` names them, one after the other with a space between: `j`, `g f`, `Escape`; with Ctrl or ⌘ as `Ctrl+K`. */
  readonly keys: readonly string[];
  readonly label: string;
  /** How the hint bar says it, where it does; a hint may stand for several shortcuts. */
  readonly hint?: { readonly keys: readonly string[]; readonly label: string };
  /** Shows what it is going to do while the key may still be a scanner's first. Returns how to take that back. */
  readonly preview?: () => () => void;
  readonly run: () => void;
}

export interface KeyMatch {
  readonly shortcut: Shortcut | null;
  /** The first key of a pair, to be passed in with the next key. */
  readonly pending: string | null;
}

/** A key as shortcuts name it, with Ctrl or ⌘ where one is held. */
export const chordOf = ({ key, ctrlKey, metaKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>): string =>
  ctrlKey || metaKey ? `Ctrl+${key.toUpperCase()}` : key;

/** Finds the shortcut for a key, given the first key of a pair if one was pressed just before. */
export const matchKey = (key: string, pending: string | null, shortcuts: readonly Shortcut[]): KeyMatch => {
  const pressed = key.length === 1 ? key.toLowerCase() : key;
  const find = (keys: string) => shortcuts.find((each) => each.keys.includes(keys)) ?? null;
  const pair = pending === null ? null : find(`${pending} ${pressed}`);
  if (pair !== null) return { shortcut: pair, pending: null };
  const single = find(pressed);
  if (single !== null) return { shortcut: single, pending: null };
  const begins = shortcuts.some((each) => each.keys.some((keys) => keys.startsWith(`${pressed} `)));
  return { shortcut: null, pending: begins ? pressed : null };
};

const isSingle = (keys: string): boolean => [...(keys.split(' ')[0] ?? '')].length === 1;

/** What is left where keys that write a character do nothing (WCAG 2.1.4): arrows, Enter and Escape. */
export const withoutSingleKeys = (shortcuts: readonly Shortcut[]): readonly Shortcut[] =>
  shortcuts.flatMap(({ hint, ...shortcut }) => {
    const keys = shortcut.keys.filter((each) => !isSingle(each));
    if (keys.length === 0) return [];
    return [hint === undefined || hint.keys.some(isSingle) ? { ...shortcut, keys } : { ...shortcut, keys, hint }];
  });
