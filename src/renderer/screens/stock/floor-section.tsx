import { type FormEvent, type ReactNode, useId, useState } from 'react';
import buttons from '../../components/button.module.css';
import field from '../../components/field.module.css';
import type { StockFigures } from '../../state/explanation.ts';
import { useApp } from '../../state/use-app.ts';
import { parseQuantity } from '../../state/work-quantity.ts';
import { text } from '../../text.ts';
import styles from './floor-section.module.css';

const words = text.stock.floor;

/** At how many an order gives the alarm (N6). Begins anew, by its key, with another product or floor. */
export function FloorSection({ view }: { readonly view: StockFigures }): ReactNode {
  const { work } = useApp().stock;
  const [typed, setTyped] = useState(String(view.floor));
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();
  const floor = parseQuantity(typed);
  const isChanged = typed.trim() !== String(view.floor);

  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (floor === null || floor < 0) return setProblem(text.stock.work.needsQuantity);
    const fault = await work.setFloor(view.productId, floor);
    setProblem(fault?.message ?? null);
  };

  return (
    <section className={styles.section}>
      <form className={styles.floor} onSubmit={(event) => void save(event)}>
        <label htmlFor={id} className={styles.label}>
          {words.label}
        </label>
        <input
          id={id}
          className={`${field.field} ${styles.field}`}
          inputMode="numeric"
          autoComplete="off"
          maxLength={10}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        {isChanged ? (
          <button type="submit" className={buttons.button}>
            {words.save}
          </button>
        ) : null}
      </form>
      {problem === null ? null : (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </section>
  );
}
