import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, type ReactNode, useCallback, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { ListItem } from '../format/day-groups.ts';
import { type ListMoves, listKeys } from '../state/list-moves.ts';
import type { Selection } from '../state/selection.ts';
import styles from './record-list.module.css';
import { useScrollAnchor } from './use-scroll-anchor.ts';

const rowHeight = 60;
const headingHeight = 40;
/** Rows left below the last one in sight when the next page is asked for. */
const nearEnd = 40;

interface RecordListProps<Row> {
  readonly label: string;
  readonly items: readonly ListItem<Row>[];
  readonly selection: Selection;
  readonly moves: ListMoves;
  readonly hasMore: boolean;
  readonly onNearEnd: () => void;
  /** A change of this starts the list at its top. */
  readonly queryKey: string;
  readonly renderRow: (row: Row) => ReactNode;
  readonly renderHeading?: (day: string) => ReactNode;
}

/** The heading that the place belongs to; -1 without one. */
const headingAbove = (items: readonly ListItem<unknown>[], place: number): number => {
  for (let index = place; index >= 0; index -= 1) if (items[index]?.kind === 'heading') return index;
  return -1;
};

const rowIn = (target: EventTarget): string | null =>
  target instanceof Element ? (target.closest<HTMLElement>('[data-row]')?.dataset.row ?? null) : null;

/**
 * A list of any length as one listbox: the focus stays on the list and names the active row, so that rows may come,
 * go and scroll away without losing it. Headings stick to the top.
 */
export function RecordList<Row>(props: RecordListProps<Row>): ReactNode {
  const { label, items, selection, moves, hasMore, onNearEnd, queryKey, renderRow, renderHeading } = props;
  const { active, open } = useStore(selection.store);
  const scroller = useRef<HTMLDivElement>(null);
  const sticky = useRef(-1);
  const activeIndex = active === null ? -1 : items.findIndex((item) => item.key === active);

  // Besides what is in sight, the heading above it and the active row are drawn: the focus is announced on that row.
  const placesToDraw = (range: Range): number[] => {
    sticky.current = renderHeading === undefined ? -1 : headingAbove(items, range.startIndex);
    const kept = [sticky.current, activeIndex].filter((index) => index >= 0);
    return [...new Set([...kept, ...defaultRangeExtractor(range)])].sort((a, b) => a - b);
  };

  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: useCallback(
      (index: number) => (items[index]?.kind === 'heading' ? headingHeight : rowHeight),
      [items],
    ),
    getItemKey: useCallback((index: number) => items[index]?.key ?? index, [items]),
    rangeExtractor: placesToDraw,
    overscan: 10,
    initialOffset: selection.scrollTop,
    scrollPaddingStart: renderHeading === undefined ? 0 : headingHeight,
  });

  const drawn = virtualizer.getVirtualItems();
  const lastInSight = virtualizer.range?.endIndex ?? 0;

  useScrollAnchor(scroller, items, virtualizer, selection);

  useEffect(() => {
    selection.rowsInSight = lastInSight + 1;
    if (hasMore && lastInSight >= items.length - nearEnd) onNearEnd();
  }, [hasMore, lastInSight, items.length, onNearEnd, selection]);

  const seenQuery = useRef(queryKey);
  useEffect(() => {
    if (seenQuery.current === queryKey) return;
    seenQuery.current = queryKey;
    scroller.current?.scrollTo({ top: 0 });
  }, [queryKey]);

  const moved = useRef(active);
  useEffect(() => {
    if (moved.current === active) return;
    moved.current = active;
    if (activeIndex >= 0) virtualizer.scrollToIndex(activeIndex, { align: 'auto' });
  }, [active, activeIndex, virtualizer]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const rowsPerPage = Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight) - 1);
    const run = event.ctrlKey || event.metaKey || event.altKey ? undefined : listKeys(moves, rowsPerPage)[event.key];
    if (run === undefined) return;
    event.preventDefault();
    run();
  };

  const onClick = (event: MouseEvent): void => {
    const key = rowIn(event.target);
    if (key !== null) moves.open(key);
  };

  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="listbox"
      aria-label={label}
      aria-activedescendant={activeIndex >= 0 ? `row-${active}` : undefined}
      tabIndex={0}
      id="list"
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <div className={styles.length} role="presentation" style={{ height: virtualizer.getTotalSize() }}>
        {drawn.map(({ index, start, size }) => {
          const item = items[index];
          if (item === undefined) return null;
          if (item.kind === 'heading') {
            const sticks = index === sticky.current;
            return (
              <div
                key={item.key}
                role="presentation"
                className={styles.heading}
                data-sticky={sticks}
                style={sticks ? { height: size } : { height: size, transform: `translateY(${start}px)` }}
              >
                {renderHeading?.(item.day)}
              </div>
            );
          }
          return (
            <div
              key={item.key}
              id={`row-${item.key}`}
              role="option"
              tabIndex={-1}
              aria-selected={item.key === open}
              data-active={item.key === active}
              data-row={item.key}
              className={styles.row}
              style={{ height: size, transform: `translateY(${start}px)` }}
            >
              {renderRow(item.row)}
            </div>
          );
        })}
      </div>
    </div>
  );
}
