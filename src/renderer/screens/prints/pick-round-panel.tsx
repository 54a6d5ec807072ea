import { Footprints, X } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, type ReactNode, useId } from 'react';
import { useStore } from 'zustand';
import buttons from '../../components/button.module.css';
import field from '../../components/field.module.css';
import { useFocusBack } from '../../components/use-focus-back.ts';
import { takeFocus } from '../../state/focus-places.ts';
import { boxesOf, type RoundFilter } from '../../state/pick-round.ts';
import { useApp } from '../../state/use-app.ts';
import { text } from '../../text.ts';
import styles from './pick-round-panel.module.css';
import { PrintQuestion } from './print-notes.tsx';

const words = text.prints.round;

interface PickRoundProps {
  /** What the list shows: of it the round takes the oldest, unless orders were added by hand. */
  readonly filter: RoundFilter;
}

/** Opens the panel below; says how many orders were added by hand. */
export function PickRoundButton(): ReactNode {
  const { round } = useApp().prints;
  const { isOpen, marked } = useStore(round.store);
  const button = useFocusBack(isOpen);
  return (
    <button
      ref={button}
      type="button"
      className={buttons.button}
      aria-expanded={isOpen}
      onClick={isOpen ? round.close : round.open}
    >
      <Footprints size={18} aria-hidden />
      {marked.length === 0 ? words.open : words.openMarked(marked.length)}
    </button>
  );
}

/** One walk through the shop for many orders: how many boxes, and what stayed off the last one. */
export function PickRoundPanel({ filter }: PickRoundProps): ReactNode {
  const { round } = useApp().prints;
  const { isOpen, marked, boxes, leftOut } = useStore(round.store);
  const id = useId();
  if (!isOpen) return null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void round.print(filter);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    round.close();
  };
  return (
    <form noValidate className={styles.panel} aria-label={words.title} onSubmit={submit} onKeyDown={onKeyDown}>
      <p className={styles.what}>{marked.length === 0 ? words.whole : words.chosen(marked.length)}</p>
      {marked.length === 0 ? (
        <>
          <label htmlFor={id}>{words.boxes}</label>
          <input
            ref={takeFocus}
            id={id}
            className={`${field.field} ${styles.boxes}`}
            inputMode="numeric"
            autoComplete="off"
            maxLength={3}
            aria-invalid={boxesOf(boxes) === null}
            value={boxes}
            onChange={({ target }) => round.type(target.value)}
          />
        </>
      ) : (
        <button ref={takeFocus} type="button" className={buttons.button} onClick={round.clear}>
          {words.clear}
        </button>
      )}
      <button type="submit" className={buttons.button} aria-disabled={boxesOf(boxes) === null}>
        {words.print}
      </button>
      <button type="button" className={buttons.bare} aria-label={words.close} onClick={round.close}>
        <X size={20} aria-hidden />
      </button>
      {leftOut.length === 0 ? null : (
        <ul className={styles.leftOut} role="status">
          {leftOut.map(({ fulfillmentId, order, why }) => (
            <li key={fulfillmentId}>{words.leftOut(order, why)}</li>
          ))}
        </ul>
      )}
      <div className={styles.question}>
        <PrintQuestion fulfillmentId={null} />
      </div>
    </form>
  );
}
