import { useEffect } from 'react';
import type { Shortcut } from './key-match.ts';
import type { ShortcutGroup } from './keyboard.ts';
import { useApp } from './use-app.ts';

/** Lets shortcuts work while the component is there. `shortcuts` has to be the same array until they change. */
export const useShortcuts = (name: ShortcutGroup['name'], shortcuts: readonly Shortcut[]): void => {
  const { keyboard } = useApp();
  useEffect(() => keyboard.add({ name, shortcuts }), [keyboard, name, shortcuts]);
};
