import { type ReactNode, useMemo, useState } from 'react';
import type { Shortcut } from '../../state/key-match.ts';
import { useShortcuts } from '../../state/use-shortcuts.ts';
import { text } from '../../text.ts';
import { Later } from '../later/later.tsx';

const keys = ['Ctrl+K'];
const label = text.palette.title;

/** Ctrl K opens the list of commands, which comes with the other screens. */
export function PaletteKeys(): ReactNode {
  const [openings, setOpenings] = useState(0);
  const shortcuts = useMemo<readonly Shortcut[]>(
    () => [{ keys, label, hint: { keys, label }, run: () => setOpenings((before) => before + 1) }],
    [],
  );
  useShortcuts('go', shortcuts);
  return openings === 0 ? null : <Later show={({ CommandPalette }) => <CommandPalette openings={openings} />} />;
}
