import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import styles from './long-list.module.css';

interface LongListProps<Item> {
  readonly label: string;
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  /** In pixels, for rows that were not drawn yet. */
  readonly usualHeight: number;
  readonly renderItem: (item: Item) => ReactNode;
}

const scrollerOf = (): HTMLElement | null => document.getElementById('list');

/**
 * A list of any length within a page that scrolls as a whole: only what is in sight is drawn, so that fifty thousand
 * rows open as fast as ten. Rows are as high as what they hold.
 */
export function LongList<Item>({ label, items, keyOf, usualHeight, renderItem }: LongListProps<Item>): ReactNode {
  const list = useRef<HTMLOListElement>(null);
  const [above, setAbove] = useState(0);

  // What stands above the list comes and goes, so where it begins is measured each time something is drawn.
  useLayoutEffect(() => {
    const scroller = scrollerOf();
    if (scroller === null || list.current === null) return;
    const top = list.current.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;
    setAbove(Math.round(top));
  });

  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: scrollerOf,
    estimateSize: () => usualHeight,
    getItemKey: (index) => {
      const item = items[index];
      return item === undefined ? index : keyOf(item);
    },
    scrollMargin: above,
    overscan: 8,
  });

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
            aria-setsize={items.length}
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
