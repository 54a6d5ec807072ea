import { Fragment, type ReactNode } from 'react';
import { text } from '../text.ts';
import styles from './keys.module.css';

const nameOf = (key: string): string => text.keys.names[key] ?? key.toUpperCase();

/** Keys as they are printed on a keyboard; the two of a pair stand beside each other. */
export function Keys({ keys }: { readonly keys: readonly string[] }): ReactNode {
  return keys.map((pair) => (
    <Fragment key={pair}>
      {pair.split(' ').map((key) => (
        <kbd key={key} className={styles.key}>
          {nameOf(key)}
        </kbd>
      ))}
    </Fragment>
  ));
}
