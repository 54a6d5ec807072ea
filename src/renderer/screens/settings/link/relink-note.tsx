import type { ReactNode } from 'react';
import type { RelinkPreview } from '../../../state/link-state.ts';
import { text } from '../../../text.ts';
import look from '../section-page.module.css';
import styles from './link.module.css';

const words = text.link.relink;

/** What linking the same store again does, before it is done (R82). */
export function RelinkNote({ preview }: { readonly preview: RelinkPreview }): ReactNode {
  return (
    <section className={look.part} aria-label={words.title}>
      <h3 className={look.heading}>{words.title}</h3>
      <ul className={styles.sentences}>
        <li>{words.restored(preview.restored, preview.restoredSales)}</li>
        <li>{words.nothingNew(preview.newProducts, preview.stockMovements)}</li>
        <li>{words.since(preview.ordersSince)}</li>
      </ul>
    </section>
  );
}
