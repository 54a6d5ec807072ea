import type { ReactNode } from 'react';
import type { FulfillmentView } from '../../../contract/fulfillments.ts';
import { putBackLook } from '../../components/looks.ts';
import { Pill } from '../../components/pill.tsx';
import { text } from '../../text.ts';
import styles from './fulfillment-lines.module.css';

const words = text.fulfillments;

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
          <th scope="col" className={styles.figure}>
            {words.picked}
          </th>
        </tr>
      </thead>
      <tbody>
        {view.lines.map((line) => (
          <tr key={line.lineId} data-complete={line.picked >= line.ordered}>
            <td>
              <span className={styles.name}>{line.name}</span>
              {line.options === '' ? null : <span className={styles.options}>{line.options}</span>}
              {line.sku === '' ? null : <span className={styles.sku}>{line.sku}</span>}
            </td>
            {hasBins ? <td className={styles.bin}>{line.bin}</td> : null}
            <td className={styles.figure}>
              {line.putBack > 0 ? <Pill look={putBackLook(line.putBack)} /> : null}
              {words.pickedOf(line.picked, line.ordered)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
