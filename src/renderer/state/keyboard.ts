import { createStore } from 'zustand/vanilla';
import { isTyping } from './is-typing.ts';
import { chordOf, type KeyMatch, matchKey, type Shortcut, withoutSingleKeys } from './key-match.ts';

export interface ShortcutGroup {
  readonly name: 'list' | 'go';
  readonly shortcuts: readonly Shortcut[];
}

/** How long the second key of a pair may take. */
const pairMs = 1_200;

const storageKey = 'tillbridge.single-keys';

const ownKeys = 'dialog[open], :popover-open';
const takesEnter = 'button, a, summary, [role="radio"]';
const scrollsByArrow = '[data-scrolls], [role="radiogroup"]';

/** Whether the focused element has a use of its own for the key. */
const isTaken = (event: KeyboardEvent): boolean => {
  const target = event.target instanceof Element ? event.target : document.body;
  if (event.defaultPrevented || event.altKey || event.isComposing) return true;
  if (chordOf(event) !== event.key) return document.querySelector('dialog[open]') !== null;
  if (document.querySelector(ownKeys) !== null) return true;
  if (event.key === 'Escape') return false;
  if (isTyping(target)) return true;
  if (event.key === 'Enter') return target.closest(takesEnter) !== null;
  return event.key.startsWith('Arrow') && target.closest(scrollsByArrow) !== null;
};

/** The shortcuts that work now, and the one listener that runs them. */
export const createKeyboard = () => {
  let all: readonly ShortcutGroup[] = [];
  /** `groups` holds what works now; who presses single keys by accident, or speaks to the machine, turns them off. */
  const store = createStore<{ readonly groups: readonly ShortcutGroup[]; readonly singleKeys: boolean }>(() => ({
    groups: [],
    singleKeys: localStorage.getItem(storageKey) !== 'off',
  }));
  const show = (singleKeys: boolean): void => {
    const groups = singleKeys ? all : all.map((group) => ({ ...group, shortcuts: withoutSingleKeys(group.shortcuts) }));
    store.setState({ groups, singleKeys });
  };
  const change = (groups: readonly ShortcutGroup[]): void => {
    all = groups;
    show(store.getState().singleKeys);
  };
  let pending: { readonly key: string; readonly at: number } | null = null;

  const matchOf = (event: KeyboardEvent): KeyMatch => {
    const first = pending !== null && event.timeStamp - pending.at < pairMs ? pending.key : null;
    const shortcuts = store.getState().groups.flatMap((group) => group.shortcuts);
    return matchKey(chordOf(event), first, shortcuts);
  };

  window.addEventListener('keydown', (event) => {
    if (isTaken(event)) return;
    const match = matchOf(event);
    pending = match.pending === null ? null : { key: match.pending, at: event.timeStamp };
    if (match.shortcut === null) return;
    event.preventDefault();
    match.shortcut.run();
  });

  return {
    store,
    /** All that could be done by a key, also where single keys are off. */
    every: (): readonly ShortcutGroup[] => all,
    /** Does what that key does, for a button that does the same. */
    press: (key: string): void =>
      all
        .flatMap((group) => group.shortcuts)
        .find(({ keys }) => keys.includes(key))
        ?.run(),
    /** Shows what a key is going to do. Returns how to take that back; null where there is nothing to be shown. */
    preview: (event: KeyboardEvent): (() => void) | null =>
      isTaken(event) ? null : (matchOf(event).shortcut?.preview?.() ?? null),
    /** Adds a group while a component is there; the function returned takes it away. */
    add: (group: ShortcutGroup): (() => void) => {
      change([...all, group]);
      return () => change(all.filter((each) => each !== group));
    },
    /** Remembered on this machine. */
    turnSingleKeys: (on: boolean): void => {
      localStorage.setItem(storageKey, on ? 'on' : 'off');
      show(on);
    },
  };
};
