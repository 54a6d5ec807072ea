import type { ReactNode } from 'react';
import { text } from '../text.ts';
import styles from './no-session.module.css';

/** A browser window without the app's permission: says in plain words what to do. */
export function NoSession(): ReactNode {
  return (
    <main className={styles.page}>
      <p className={styles.product}>{text.product}</p>
      <h1 className={styles.title}>{text.noSession.title}</h1>
      <p>{text.noSession.body}</p>
      <ol className={styles.steps}>
        {text.noSession.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </main>
  );
}
