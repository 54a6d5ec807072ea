import type { Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { ListItem } from '../format/day-groups.ts';
import type { Selection } from '../state/selection.ts';

interface Anchor {
  readonly key: string;
  /** Distance of the row from the top of what is in sight. */
  readonly offset: number;
}

/**
 * Keeps the row that is read under the eye when rows come or go above it. At the very top nothing is held, so that new
 * rows show.
 */
export const useScrollAnchor = <Row>(
  scroller: RefObject<HTMLDivElement | null>,
  items: readonly ListItem<Row>[],
  virtualizer: Virtualizer<HTMLDivElement, Element>,
  selection: Selection,
): void => {
  const anchor = useRef<Anchor | null>(null);
  const current = useRef(items);

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const remember = (): void => {
      const top = element.scrollTop;
      selection.scrollTop = top;
      const first = virtualizer.getVirtualItemForOffset(top);
      // A heading is named after its first row, so it is the row below that is held.
      const isHeading = first !== undefined && current.current[first.index]?.kind === 'heading';
      const held = isHeading ? virtualizer.measurementsCache[first.index + 1] : first;
      anchor.current = top === 0 || held === undefined ? null : { key: String(held.key), offset: held.start - top };
    };
    element.addEventListener('scroll', remember, { passive: true });
    return () => element.removeEventListener('scroll', remember);
  }, [scroller, virtualizer, selection]);

  useLayoutEffect(() => {
    current.current = items;
    if (anchor.current === null || scroller.current === null) return;
    const { key, offset } = anchor.current;
    const index = items.findIndex((item) => item.key === key);
    const place = index < 0 ? undefined : virtualizer.measurementsCache[index];
    const top = place === undefined ? null : place.start - offset;
    if (top !== null && Math.abs(top - scroller.current.scrollTop) > 1) scroller.current.scrollTop = top;
  }, [items, scroller, virtualizer]);
};
