import { Minus, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { FulfillmentView } from '../../../contract/fulfillments.ts';
import buttons from '../../components/button.module.css';
import { putBackLook } from '../../components/looks.ts';
import { Pill } from '../../components/pill.tsx';
import { type FulfillmentLine, mostOf } from '../../state/fulfillment-pieces.ts';
import { useApp } from '../../state/use-app.ts';
import { text } from '../../text.ts';
import styles from './fulfillment-lines.module.css';

const words = text.fulfillments;

interface LineProps {
  readonly view: FulfillmentView;
  readonly line: FulfillmentLine;
}

/** How far a line is beyond picking; nothing where it is no further. */
const furtherOf = ({ packed, fulfilled }: FulfillmentLine): string =>
  [packed > 0 ? words.progress.packed(packed) : '', fulfilled > 0 ? words.progress.left(fulfilled) : '']
    .filter(Boolean)
    .join(' · ');

/** One piece more or less, by touch and by keys; a scan does the same. */
function Stepper({ view, line }: LineProps): ReactNode {
  const { work, desk } = useApp().fulfillments;
  const isClosed = view.status === 'cancelled' || view.status === 'fulfilled';
  const step = (kind: 'pick' | 'unpick' | 'unpack'): void =>
    void work.run(view.fulfillmentId, desk.steps.pieces(kind, [{ lineId: line.lineId, quantity: 1 }]));
  const canPick = !isClosed && mostOf('pick', line) > 0;
  // What is in the parcel comes out of it first.
  const back = mostOf('unpick', line) > 0 ? 'unpick' : mostOf('unpack', line) > 0 ? 'unpack' : null;
  return (
    <div className={styles.stepper}>
      <button
        type="button"
        className={buttons.button}
        aria-label={back === 'unpack' ? words.unpackOne(line.name) : words.unpickOne(line.name)}
        aria-disabled={isClosed || back === null}
        onClick={isClosed || back === null ? undefined : () => step(back)}
      >
        <Minus size={18} aria-hidden />
      </button>
      <span className={styles.figure}>{words.pickedOf(line.picked, line.ordered)}</span>
      <button
        type="button"
        className={buttons.button}
        aria-label={words.pickOne(line.name)}
        aria-disabled={!canPick}
        onClick={canPick ? () => step('pick') : undefined}
      >
        <Plus size={18} aria-hidden />
      </button>
    </div>
  );
}

function PutBack({ view, line }: LineProps): ReactNode {
  const { work, desk } = useApp().fulfillments;
  const pieces = [{ lineId: line.lineId, quantity: line.putBack }];
  return (
    <div className={styles.putBack}>
      <Pill look={putBackLook(line.putBack)} />
      <button
        type="button"
        className={buttons.button}
        aria-label={words.putBackNamed(line.putBack, line.name)}
        onClick={() => void work.run(view.fulfillmentId, desk.steps.pieces('put_back', pieces))}
      >
        {words.next.put_back}
      </button>
    </div>
  );
}

function Line({ view, line, hasBins }: LineProps & { readonly hasBins: boolean }): ReactNode {
  const { scans } = useApp().fulfillments;
  const last = useStore(scans.store, (state) => (state.last?.lineId === line.lineId ? state.last : null));
  const isClosed = view.status === 'cancelled' || view.status === 'fulfilled';
  const further = furtherOf(line);
  const codes = [line.sku, line.barcode].filter(Boolean).join(' · ');
  return (
    <tr data-complete={line.picked >= line.ordered} data-scanned={last?.outcome} data-turn={(last?.count ?? 0) % 2}>
      <td>
        <span className={styles.name}>{line.name}</span>
        {line.options === '' ? null : <span className={styles.options}>{line.options}</span>}
        {codes === '' ? null : <span className={styles.sku}>{codes}</span>}
        {further === '' ? null : <span className={styles.further}>{further}</span>}
        {line.putBack > 0 ? <PutBack view={view} line={line} /> : null}
      </td>
      {hasBins ? <td className={styles.bin}>{line.bin}</td> : null}
      <td className={styles.steps}>
        {isClosed ? (
          <span className={styles.figure}>{words.pickedOf(line.picked, line.ordered)}</span>
        ) : (
          <Stepper view={view} line={line} />
        )}
      </td>
    </tr>
  );
}

/** What is to be picked, where it lies, and how far it is. */
export function FulfillmentLines({ view }: { readonly view: FulfillmentView }): ReactNode {
  if (view.lines.length === 0)
    return <p className={styles.none}>{view.digital ? words.digitalLines : words.noLines}</p>;
  const hasBins = view.lines.some((line) => line.bin !== '');
  return (
    <table className={styles.lines}>
      <thead>
        <tr>
          <th scope="col">{words.item}</th>
          {hasBins ? <th scope="col">{words.bin}</th> : null}
          <th scope="col" className={styles.head}>
            {words.picked}
          </th>
        </tr>
      </thead>
      <tbody>
        {view.lines.map((line) => (
          <Line key={line.lineId} view={view} line={line} hasBins={hasBins} />
        ))}
      </tbody>
    </table>
  );
}
