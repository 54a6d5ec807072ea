import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import styles from './long-list.module.css';

/** Rows left below the last one in sight when the next page is asked for. */
const nearEnd = 40;

interface LongListProps<Item> {
  /** The id of what scrolls: the page, or the detail beside a list. */
  readonly within?: 'list' | 'detail';
  readonly label: string;
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  /** In pixels, for rows that were not drawn yet. */
  readonly usualHeight: number;
  readonly renderItem: (item: Item) => ReactNode;
  /** How many there are in all, where only some of them have been read. */
  readonly total?: number;
  /** Called when the end of what has been read comes near; undefined where nothing follows. */
  readonly onNearEnd?: (() => void) | undefined;
}

/**
 * A list of any length within something that scrolls as a whole: only what is in sight is drawn, so that fifty thousand
 * rows open as fast as ten. Rows are as high as what they hold.
 */
export function LongList<Item>(props: LongListProps<Item>): ReactNode {
  const { within = 'list', label, items, keyOf, usualHeight, renderItem, total = items.length, onNearEnd } = props;
  const list = useRef<HTMLOListElement>(null);
  const [above, setAbove] = useState(0);

  // What stands above the list comes and goes, so where it begins is measured each time something is drawn.
  useLayoutEffect(() => {
    const scroller = document.getElementById(within);
    if (scroller === null || list.current === null) return;
    const top = list.current.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;
    setAbove(Math.round(top));
  });

  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => document.getElementById(within),
    estimateSize: () => usualHeight,
    getItemKey: (index) => {
      const item = items[index];
      return item === undefined ? index : keyOf(item);
    },
    scrollMargin: above,
    overscan: 8,
  });

  const lastInSight = virtualizer.range?.endIndex ?? 0;
  useEffect(() => {
    if (lastInSight >= items.length - nearEnd) onNearEnd?.();
  }, [lastInSight, items.length, onNearEnd]);

  return (
    <ol ref={list} className={styles.list} aria-label={label} style={{ height: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map(({ index, start, key }) => {
        const item = items[index];
        if (item === undefined) return null;
        return (
          <li
            key={key}
            ref={virtualizer.measureElement}
            data-index={index}
            className={styles.item}
            aria-setsize={total}
            aria-posinset={index + 1}
            style={{ transform: `translateY(${start - above}px)` }}
          >
            {renderItem(item)}
          </li>
        );
      })}
    </ol>
  );
}
