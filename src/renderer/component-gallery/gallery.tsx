import type { ReactNode } from 'react';
import styles from './gallery.module.css';
import { specimens } from './specimens.tsx';

const themes = ['light', 'dark'] as const;

/** Every component once, in both themes side by side. For development: no build has this page. */
export function Gallery(): ReactNode {
  return (
    <main className={styles.gallery}>
      <h1 className={styles.title}>Components</h1>
      {themes.map((theme) => (
        <div key={theme} className={styles.theme} data-shown={theme}>
          <h2>{theme}</h2>
          {Object.entries(specimens(theme)).map(([name, specimen]) => (
            <div key={name} className={styles.specimen}>
              <p className={styles.name}>{name}</p>
              <div className={styles.states}>{specimen}</div>
            </div>
          ))}
        </div>
      ))}
    </main>
  );
}
