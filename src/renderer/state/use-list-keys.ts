import { useMemo } from 'react';
import { text } from '../text.ts';
import { focusDetail, focusList } from './focus-places.ts';
import type { Shortcut } from './key-match.ts';
import { createMoves, type ListMoves } from './list-moves.ts';
import type { Selection } from './selection.ts';
import { useIsWide } from './use-media.ts';
import { useShortcuts } from './use-shortcuts.ts';

interface ListKeys {
  readonly moves: ListMoves;
  /** Leaves the detail: closes the sheet, or goes back to the list beside it. */
  readonly back: () => void;
}

/** The keys of a list with its detail: move, open, back, and one digit per segment. `keys` reads the rows of now. */
export const useListKeys = (
  selection: Selection,
  keys: () => readonly string[],
  segments: readonly Pick<Shortcut, 'label' | 'run'>[],
  segmentLabel: string,
): ListKeys => {
  const isWide = useIsWide();
  const moves = useMemo(() => createMoves(selection, keys, isWide, focusDetail), [selection, keys, isWide]);
  const back = useMemo(
    () => () => {
      if (!isWide) selection.close();
      focusList();
    },
    [isWide, selection],
  );

  const shortcuts = useMemo<readonly Shortcut[]>(
    () => [
      {
        keys: ['ArrowDown', 'j'],
        label: text.keys.next,
        hint: { keys: ['ArrowUp', 'ArrowDown'], label: text.keys.move },
        preview: () => moves.preview(1),
        run: () => moves.by(1),
      },
      {
        keys: ['ArrowUp', 'k'],
        label: text.keys.previous,
        preview: () => moves.preview(-1),
        run: () => moves.by(-1),
      },
      {
        keys: ['Enter'],
        label: text.keys.open,
        hint: { keys: ['Enter'], label: text.keys.open },
        run: moves.openActive,
      },
      { keys: ['Escape'], label: text.keys.back, hint: { keys: ['Escape'], label: text.keys.back }, run: back },
    ],
    [moves, back],
  );
  const digits = useMemo<readonly Shortcut[]>(
    () =>
      segments.map(({ label, run }, index) => ({
        keys: [String(index + 1)],
        label,
        ...(index === 0 ? { hint: { keys: [`1–${segments.length}`], label: segmentLabel } } : {}),
        run,
      })),
    [segments, segmentLabel],
  );
  useShortcuts(
    'list',
    useMemo(() => [...shortcuts, ...digits], [shortcuts, digits]),
  );
  return { moves, back };
};
