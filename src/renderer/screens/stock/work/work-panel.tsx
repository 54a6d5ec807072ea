import { X } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, type ReactNode, useId } from 'react';
import { useStore } from 'zustand';
import buttons from '../../../components/button.module.css';
import field from '../../../components/field.module.css';
import { useFocusReturned } from '../../../components/use-focus-returned.ts';
import { formatCount, formatSigned } from '../../../format/count.ts';
import type { StockFigures } from '../../../state/explanation.ts';
import { focusDetail } from '../../../state/focus-places.ts';
import { emptyDraft } from '../../../state/stock-work.ts';
import { useApp } from '../../../state/use-app.ts';
import { onHandAfter, quantityFor, type WorkKind } from '../../../state/work-quantity.ts';
import { text } from '../../../text.ts';
import { QuantityField } from './quantity-field.tsx';
import styles from './work-panel.module.css';

const words = text.stock.work;

interface Entry {
  readonly kind: WorkKind;
  readonly typed: string;
}

/** What the button says: with the quantity, as soon as there is one that can be recorded. */
const commitLabel = ({ kind, typed }: Entry): string => {
  const entered = quantityFor(kind, typed);
  if ('rule' in entered) return words.kinds[kind];
  return words.commit[kind]((kind === 'adjust' ? formatSigned : formatCount)(entered.quantity));
};

const outcomeOf = ({ kind, typed }: Entry, onHand: number | null): string => {
  const entered = quantityFor(kind, typed);
  if ('rule' in entered) return kind === 'adjust' ? words.needsSigned : words.scanHint;
  if (onHand === null) return '';
  const after = onHandAfter(kind, onHand, entered.quantity);
  return after === onHand ? words.stays(onHand) : words.becomes(after, after - onHand);
};

interface OutletFieldProps {
  readonly fromOutletId: string;
  readonly value: string | null;
  readonly onChange: (outletId: string) => void;
}

function OutletField({ fromOutletId, value, onChange }: OutletFieldProps): ReactNode {
  const { shop } = useApp();
  const outlets = useStore(shop.outlets.store, ({ data }) => data?.rows) ?? [];
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{words.to}</label>
      <select id={id} className={field.field} value={value ?? ''} onChange={({ target }) => onChange(target.value)}>
        <option value="" disabled>
          {text.none}
        </option>
        {outlets
          .filter(({ outletId }) => outletId !== fromOutletId)
          .map(({ outletId, name }) => (
            <option key={outletId} value={outletId}>
              {name}
            </option>
          ))}
      </select>
    </>
  );
}

interface WorkPanelProps {
  readonly kind: WorkKind;
  readonly productId: string;
  readonly outletId: string | null;
  /** The figures; another product's until those of `productId` have come. */
  readonly view: StockFigures;
  readonly onMove: (by: number) => void;
  readonly onClose: () => void;
}

/**
 * One kind of work on one product: a quantity, a reason, and what on hand becomes. Enter records it, Esc closes. The
 * panel stays when another product comes, with what belongs to that one.
 */
export function WorkPanel({ kind, productId, outletId, view, onMove, onClose }: WorkPanelProps): ReactNode {
  const { work } = useApp().stock;
  const onHand = view.productId === productId ? view.onHand : null;
  const { draft, problem, asked } = useStore(work.store);
  const { typed, reason, toOutletId } = draft?.productId === productId ? draft : emptyDraft(productId);
  const id = useId();
  useFocusReturned(focusDetail);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void work.commit(productId, outletId);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (event.key === 'Escape') onClose();
    // With nothing entered, a shelf is counted product after product without leaving the keys.
    else if (by !== undefined && typed === '' && event.target instanceof HTMLInputElement) onMove(by);
    else return;
    event.preventDefault();
  };

  return (
    <form noValidate className={styles.panel} aria-label={words.kinds[kind]} onSubmit={submit} onKeyDown={onKeyDown}>
      <label htmlFor={id}>{words.quantity[kind]}</label>
      <QuantityField
        id={id}
        describedBy={`${id}-outcome`}
        asked={asked}
        takesFocus={work.takesFocus}
        value={typed}
        onChange={(next) => work.edit(productId, { typed: next })}
        onStep={(by) => void work.step(productId, by)}
      />
      {kind === 'transfer' ? (
        <OutletField
          fromOutletId={view.outletId}
          value={toOutletId}
          onChange={(next) => work.edit(productId, { toOutletId: next })}
        />
      ) : null}
      <label htmlFor={`${id}-reason`}>{kind === 'adjust' ? words.reason : words.reasonOptional}</label>
      <input
        id={`${id}-reason`}
        className={field.field}
        autoComplete="off"
        maxLength={500}
        required={kind === 'adjust'}
        value={reason}
        onChange={({ target }) => work.edit(productId, { reason: target.value })}
      />
      <p id={`${id}-outcome`} className={styles.outcome} aria-live="polite">
        {outcomeOf({ kind, typed }, onHand)}
      </p>
      {problem === null ? null : (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      <div className={styles.end}>
        <button type="submit" className={`${buttons.primary} ${styles.commit}`}>
          {commitLabel({ kind, typed })}
        </button>
        <button type="button" className={`${buttons.bare} ${styles.close}`} onClick={onClose} aria-label={words.close}>
          <X size={20} aria-hidden />
        </button>
      </div>
    </form>
  );
}
