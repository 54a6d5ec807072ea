import { TriangleAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useStore } from 'zustand';
import field from '../../../components/field.module.css';
import { useApp } from '../../../state/use-app.ts';
import { text } from '../../../text.ts';
import styles from './link.module.css';

const words = text.link.importer;

/** Another till takes this store's orders: why a manager links it all the same. */
export function OtherImporter({ others }: { readonly others: readonly string[] }): ReactNode {
  const { link } = useApp();
  const why = useStore(link.store, (wishes) => wishes.besidesBecause);
  const id = useId();
  return (
    <div className={styles.importer}>
      <p className={styles.warning}>
        <TriangleAlert size={18} aria-hidden />
        <span>
          <strong>{words.title(others.join(', '))}.</strong> {words.what}
        </span>
      </p>
      <label htmlFor={id}>{words.why}</label>
      <input
        id={id}
        className={field.field}
        autoComplete="off"
        maxLength={300}
        value={why}
        onChange={({ target }) => link.store.setState({ besidesBecause: target.value })}
      />
    </div>
  );
}
