import { type ReactNode, useId } from 'react';
import { useStore } from 'zustand';
import field from '../../../components/field.module.css';
import { useApp } from '../../../state/use-app.ts';
import { text } from '../../../text.ts';
import styles from './csv-opening-way.module.css';

/** Whose shelves the list is of; a shop with one outlet has no choice. */
export function OutletChoice(): ReactNode {
  const { shop, opening } = useApp();
  const outlets = useStore(shop.outlets.store, ({ data }) => data?.rows) ?? [];
  const bound = useStore(shop.link.store, ({ data }) => data?.binding?.outletId ?? null);
  const chosen = useStore(opening.csv.store, ({ outletId }) => outletId);
  const id = useId();
  if (outlets.length < 2) return null;
  return (
    <p className={styles.outlet}>
      <label htmlFor={id}>{text.opening.csv.outlet}</label>
      <select
        id={id}
        className={field.field}
        value={chosen ?? bound ?? ''}
        onChange={({ target }) => opening.csv.setOutlet(target.value === bound ? null : target.value)}
      >
        {bound === null ? (
          <option value="" disabled>
            {text.none}
          </option>
        ) : null}
        {outlets.map(({ outletId, name }) => (
          <option key={outletId} value={outletId}>
            {name}
          </option>
        ))}
      </select>
    </p>
  );
}
