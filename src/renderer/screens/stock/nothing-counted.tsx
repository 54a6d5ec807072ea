import { ClipboardList } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import buttons from '../../components/button.module.css';
import { text } from '../../text.ts';
import styles from './nothing-counted.module.css';

/** The way on for a shop that has never counted: until it does, no figure can be trusted on either side. */
export function NothingCounted(): ReactNode {
  return (
    <div className={styles.note}>
      <ClipboardList size={18} aria-hidden />
      <p>{text.stock.nothingCounted}</p>
      <Link href="/stock/opening" className={buttons.button}>
        {text.stock.toOpening}
      </Link>
    </div>
  );
}
