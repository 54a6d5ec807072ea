import { useVirtualizer } from '@tanstack/react-virtual';
import { CircleAlert, CircleCheck } from 'lucide-react';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { MovementView } from '../../../contract/stock.ts';
import { Section } from '../../components/section.tsx';
import { whenOf } from '../../format/instants.ts';
import type { StockFigures } from '../../state/explanation.ts';
import { useTimeZone } from '../../state/use-shop.ts';
import { text } from '../../text.ts';
import { StockMovement } from './stock-movement.tsx';
import styles from './stock-movements.module.css';

const words = text.stock.explain;
const usualHeight = 64;
/** Movements left below the last one in sight when the next page is asked for. */
const nearEnd = 40;

interface StockMovementsProps {
  readonly view: StockFigures;
  readonly movements: readonly MovementView[];
  readonly hasMore: boolean;
  readonly onNearEnd: () => void;
  readonly now: number;
}

/** Whether the movements add up to the figure; and when they once did not, what was done about it. */
function AddsUp({ view, when }: { readonly view: StockFigures; readonly when: (at: string) => string }): ReactNode {
  const { sumsUp, movementCount, onHand, putRight } = view;
  const Icon = sumsUp ? CircleCheck : CircleAlert;
  if (movementCount === 0) return <p className={styles.sum}>{words.none}</p>;
  return (
    <>
      <p className={styles.sum} data-sums-up={sumsUp} role={sumsUp ? undefined : 'alert'}>
        <Icon size={18} aria-hidden />
        {sumsUp ? words.addsUp(movementCount, onHand) : words.doesNotAddUp(onHand)}
      </p>
      {putRight === null ? null : <p className={styles.sum}>{words.putRight(when(putRight.at), putRight.figure)}</p>}
    </>
  );
}

/**
 * Why the figure is what it is (N2): every movement, newest first, with what was on hand after it. Only those in sight
 * are drawn, inside the detail's own scrolling, so that ten thousand open as fast as ten.
 */
export function StockMovements({ view, movements, hasMore, onNearEnd, now }: StockMovementsProps): ReactNode {
  const timeZone = useTimeZone();
  const list = useRef<HTMLOListElement>(null);
  const [above, setAbove] = useState(0);

  // Panels open and close above the list, so where it begins is measured each time something is drawn.
  useLayoutEffect(() => {
    const scroller = document.getElementById('detail');
    if (scroller === null || list.current === null) return;
    const top = list.current.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;
    setAbove(Math.round(top));
  });

  const virtualizer = useVirtualizer({
    count: movements.length,
    getScrollElement: () => document.getElementById('detail'),
    estimateSize: () => usualHeight,
    getItemKey: (index) => movements[index]?.movementId ?? index,
    scrollMargin: above,
    overscan: 8,
  });
  const drawn = virtualizer.getVirtualItems();
  const lastInSight = virtualizer.range?.endIndex ?? 0;

  useEffect(() => {
    if (hasMore && lastInSight >= movements.length - nearEnd) onNearEnd();
  }, [hasMore, lastInSight, movements.length, onNearEnd]);

  return (
    <Section title={words.title} id="explanation">
      <AddsUp view={view} when={(at) => whenOf(at, timeZone, now)} />
      {movements.length === 0 ? null : (
        <div className={styles.head} aria-hidden>
          <span>{text.stock.figures.change}</span>
          <span>{text.stock.figures.onHand}</span>
        </div>
      )}
      <ol ref={list} className={styles.list} aria-label={words.list} style={{ height: virtualizer.getTotalSize() }}>
        {drawn.map(({ index, start, key }) => {
          const movement = movements[index];
          if (movement === undefined) return null;
          return (
            <li
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              className={styles.item}
              aria-setsize={view.movementCount}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start - above}px)` }}
            >
              <StockMovement movement={movement} timeZone={timeZone} now={now} />
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
