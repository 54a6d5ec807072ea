import { CircleAlert, CircleCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import type { MovementView } from '../../../contract/stock.ts';
import { LongList } from '../../components/long-list.tsx';
import { Section } from '../../components/section.tsx';
import { whenOf } from '../../format/instants.ts';
import type { StockFigures } from '../../state/explanation.ts';
import { useTimeZone } from '../../state/use-shop.ts';
import { text } from '../../text.ts';
import { StockMovement } from './stock-movement.tsx';
import styles from './stock-movements.module.css';

const words = text.stock.explain;

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

/** Why the figure is what it is (N2): every movement, newest first, with what was on hand after it. */
export function StockMovements({ view, movements, hasMore, onNearEnd, now }: StockMovementsProps): ReactNode {
  const timeZone = useTimeZone();
  return (
    <Section title={words.title} id="explanation">
      <AddsUp view={view} when={(at) => whenOf(at, timeZone, now)} />
      {movements.length === 0 ? null : (
        <div className={styles.head} aria-hidden>
          <span>{text.stock.figures.change}</span>
          <span>{text.stock.figures.onHand}</span>
        </div>
      )}
      <LongList
        within="detail"
        label={words.list}
        items={movements}
        keyOf={(movement) => movement.movementId}
        usualHeight={64}
        total={view.movementCount}
        onNearEnd={hasMore ? onNearEnd : undefined}
        renderItem={(movement) => <StockMovement movement={movement} timeZone={timeZone} now={now} />}
      />
    </Section>
  );
}
