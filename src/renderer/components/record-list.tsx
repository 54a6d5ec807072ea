import { elementScroll, type Range, useVirtualizer, type VirtualItem, type Virtualizer } from '@tanstack/react-virtual';
import {
  Fragment,
  type KeyboardEvent,
  type MouseEvent,
  memo,
  type ReactNode,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useStore } from 'zustand';
import type { ListItem } from '../format/day-groups.ts';
import { type ListMoves, listKeys } from '../state/list-moves.ts';
import type { Selection } from '../state/selection.ts';
import { useDrawnLater } from '../state/use-drawn-later.ts';
import { createSlots } from './drawn-slots.ts';
import styles from './record-list.module.css';
import { useScrollAnchor } from './use-scroll-anchor.ts';

const rowHeight = 60;
const headingHeight = 40;
/** Rows left below the last one in sight when the next page is asked for: a fling passes as many while it comes. */
const nearEnd = 60;
/** Rows drawn beyond those in sight, once these are painted: on either side at rest, and where a scroll is going to. */
const [aroundSight, aheadOfScroll] = [3, 8];

/** The size of the last list that was drawn: the next one draws its rows before the browser has laid it out. */
let usualSize = { width: 800, height: 600 };

/** The list's size, told by the browser once it has laid the page out; asking for it would make it do so once more. */
const observeSize = (
  { scrollElement }: Virtualizer<HTMLDivElement, Element>,
  tell: (size: { width: number; height: number }) => void,
): (() => void) => {
  const observer = new ResizeObserver(([entry]) => {
    const [box] = entry?.borderBoxSize ?? [];
    if (box === undefined) return;
    usualSize = { width: Math.round(box.inlineSize), height: Math.round(box.blockSize) };
    tell(usualSize);
  });
  if (scrollElement !== null) observer.observe(scrollElement, { box: 'border-box' });
  return () => observer.disconnect();
};

interface RecordListProps<Row> {
  readonly label: string;
  readonly items: readonly ListItem<Row>[];
  readonly selection: Selection;
  readonly moves: ListMoves;
  readonly hasMore: boolean;
  readonly onNearEnd: () => void;
  /** A change of this starts the list at its top. */
  readonly queryKey: string;
  /** The same function until what it draws is drawn otherwise. */
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

const isInSight = ({ scrollOffset, scrollRect }: Virtualizer<HTMLDivElement, Element>, start: number, above: number) =>
  start >= (scrollOffset ?? 0) + above && start + rowHeight <= (scrollOffset ?? 0) + (scrollRect?.height ?? 0);

interface DrawnRowProps<Row> {
  readonly rowKey: string;
  readonly row: Row;
  readonly start: number;
  readonly isActive: boolean;
  readonly isOpen: boolean;
  readonly renderRow: (row: Row) => ReactNode;
}

function DrawnRowOf<Row>({ rowKey, row, start, isActive, isOpen, renderRow }: DrawnRowProps<Row>): ReactNode {
  return (
    <div
      id={`row-${rowKey}`}
      role="option"
      tabIndex={-1}
      aria-selected={isOpen}
      data-active={isActive}
      data-row={rowKey}
      className={styles.row}
      style={{ transform: `translateY(${start}px)` }}
    >
      {renderRow(row)}
    </div>
  );
}
const DrawnRow = memo(DrawnRowOf) as typeof DrawnRowOf;

/**
 * A list of any length as one listbox: the focus stays on the list and names the active row, so that rows may come,
 * go and scroll away without losing it. Headings stick to the top.
 */
function RecordListOf<Row>(props: RecordListProps<Row>): ReactNode {
  const { label, items, selection, moves, hasMore, onNearEnd, queryKey, renderRow, renderHeading } = props;
  const { active, open } = useStore(selection.store);
  const scroller = useRef<HTMLDivElement>(null);
  const sticky = useRef(-1);
  const [slotsOf] = useState(createSlots);
  const isPainted = useDrawnLater(true) ?? false;
  const activeIndex = useMemo(
    () => (active === null ? -1 : items.findIndex((item) => item.key === active)),
    [active, items],
  );

  // Besides what is in sight, the heading above it and the active row are drawn: the focus is announced on that row.
  const placesToDraw = ({ startIndex, endIndex, count }: Range): number[] => {
    sticky.current = renderHeading === undefined ? -1 : headingAbove(items, startIndex);
    const { scrollDirection } = virtualizer;
    const around = isPainted ? aroundSight : 0;
    const first = Math.max(0, startIndex - (scrollDirection === 'backward' ? aheadOfScroll : around));
    const last = Math.min(count - 1, endIndex + (scrollDirection === 'forward' ? aheadOfScroll : around));
    const inOrder = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    const [above, below] = [sticky.current, activeIndex].filter(
      (index) => index >= 0 && (index < first || index > last),
    );
    const kept = [...new Set([above, below])].filter((index) => index !== undefined);
    return [...kept.filter((index) => index < first), ...inOrder, ...kept.filter((index) => index > last)];
  };

  // A list begins at its top by itself; to say so would lay the page out before its time.
  const hasBegun = useRef(false);
  const scrollToFn: typeof elementScroll = useCallback((offset, options, instance) => {
    if (hasBegun.current || offset !== 0) elementScroll(offset, options, instance);
    hasBegun.current = true;
  }, []);

  const virtualizer: Virtualizer<HTMLDivElement, Element> = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: useCallback(
      (index: number) => (items[index]?.kind === 'heading' ? headingHeight : rowHeight),
      [items],
    ),
    getItemKey: useCallback((index: number) => items[index]?.key ?? index, [items]),
    rangeExtractor: placesToDraw,
    initialOffset: selection.scrollTop,
    initialRect: usualSize,
    observeElementRect: observeSize,
    scrollToFn,
    scrollPaddingStart: renderHeading === undefined ? 0 : headingHeight,
  });

  const drawn = virtualizer.getVirtualItems();
  const slots = slotsOf(drawn.map(({ key }) => String(key)));
  const { isScrolling } = virtualizer;
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
    const place = activeIndex < 0 ? undefined : virtualizer.measurementsCache[activeIndex];
    const above = virtualizer.options.scrollPaddingStart;
    if (place === undefined || isInSight(virtualizer, place.start, above)) return;
    virtualizer.scrollToIndex(activeIndex, { align: 'auto' });
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

  const heading = (day: string, { index, start }: VirtualItem): ReactNode => {
    const sticks = index === sticky.current;
    return (
      <div
        role="presentation"
        className={styles.heading}
        data-sticky={sticks}
        style={sticks ? undefined : { transform: `translateY(${start}px)` }}
      >
        {renderHeading?.(day)}
      </div>
    );
  };

  const elements = drawn.map((place, index) => {
    const item = items[place.index];
    const slot = slots[index] ?? 0;
    if (item === undefined) return { slot, element: null };
    const element =
      item.kind === 'heading' ? (
        <Fragment key={`heading ${slot}`}>{heading(item.day, place)}</Fragment>
      ) : (
        <DrawnRow
          key={slot}
          rowKey={item.key}
          row={item.row}
          start={place.start}
          isActive={item.key === active}
          isOpen={item.key === open}
          renderRow={renderRow}
        />
      );
    return { slot, element };
  });
  // To move an element costs as much as to make one: they come into the order in which they are read once the list rests.
  if (isScrolling) elements.sort((one, other) => one.slot - other.slot);

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
        {elements.map(({ element }) => element)}
      </div>
    </div>
  );
}

export const RecordList = memo(RecordListOf) as typeof RecordListOf;
