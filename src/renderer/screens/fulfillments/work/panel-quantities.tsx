import { Minus, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import type { FulfillmentView } from '../../../../contract/fulfillments.ts';
import buttons from '../../../components/button.module.css';
import field from '../../../components/field.module.css';
import { countedIn, type Panel, typedFor } from '../../../state/fulfillment-panel.ts';
import { type FulfillmentLine, mostOf } from '../../../state/fulfillment-pieces.ts';
import { useApp } from '../../../state/use-app.ts';
import { text } from '../../../text.ts';
import styles from './panel-quantities.module.css';

const words = text.fulfillments.panel;

interface QuantityProps {
  readonly line: FulfillmentLine;
  readonly most: number;
  readonly panel: Panel;
}

/** How many of one line: by keys, ↑ and ↓, or touch; none to `most`. */
function Quantity({ line, most, panel }: QuantityProps): ReactNode {
  const { work } = useApp().fulfillments;
  const typed = typedFor(panel, line.lineId, most);
  const step = (by: number): void => {
    const from = Number.parseInt(typed, 10) || 0;
    work.type(line.lineId, String(Math.min(most, Math.max(0, from + by))));
  };
  return (
    <li className={styles.line}>
      <span className={styles.name}>
        {line.name} {line.options === '' ? null : <span className={styles.options}>{line.options}</span>}
      </span>
      <span className={styles.quantity}>
        <button type="button" className={buttons.button} aria-label={words.fewer(line.name)} onClick={() => step(-1)}>
          <Minus size={18} aria-hidden />
        </button>
        <input
          className={`${field.field} ${styles.input}`}
          inputMode="numeric"
          autoComplete="off"
          maxLength={7}
          aria-label={words.quantityOf(line.name)}
          value={typed}
          onChange={({ target }) => work.type(line.lineId, target.value)}
          onFocus={({ target }) => target.select()}
          onKeyDown={(event) => {
            const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
            if (by === undefined) return;
            event.preventDefault();
            step(by);
          }}
        />
        <button type="button" className={buttons.button} aria-label={words.more(line.name)} onClick={() => step(1)}>
          <Plus size={18} aria-hidden />
        </button>
        <span className={styles.most}>{words.of(most)}</span>
      </span>
    </li>
  );
}

/** Which pieces: everything that can be, unless fewer are chosen (R92). */
export function PanelQuantities({ view, panel }: { readonly view: FulfillmentView; readonly panel: Panel }): ReactNode {
  const work = countedIn[panel.kind];
  if (work === undefined || (panel.kind !== 'pick' && panel.kind !== 'pack' && panel.kind !== 'ship')) return null;
  const lines = view.lines.map((line) => ({ line, most: mostOf(work, line) })).filter(({ most }) => most > 0);
  return (
    <ul className={styles.lines} aria-label={words.howMany[panel.kind]}>
      {lines.map(({ line, most }) => (
        <Quantity key={line.lineId} line={line} most={most} panel={panel} />
      ))}
    </ul>
  );
}
