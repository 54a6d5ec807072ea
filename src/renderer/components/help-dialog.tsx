import { BookOpen, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { text } from '../text.ts';
import buttons from './button.module.css';
import styles from './help-dialog.module.css';
import lists from './key-list.module.css';
import { KeyList } from './key-list.tsx';
import { SingleKeys } from './single-keys.tsx';

/** The codes with which a scanner alone does a whole order. */
function ScanCard(): ReactNode {
  const { title, what, codes } = text.fulfillments.scanCard;
  return (
    <section className={styles.scans}>
      <h3 className={lists.group}>{title}</h3>
      <p className={styles.what}>{what}</p>
      <dl className={styles.codes}>
        {Object.entries(codes).map(([code, meaning]) => (
          <div key={code} className={lists.entry}>
            <dt>
              <kbd className={styles.code}>{code}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** What keys do not tell: how orders arrive and are fulfilled (R8). */
function GuideLink(): ReactNode {
  const close = (): void => {
    const dialog = document.getElementById('help');
    if (dialog instanceof HTMLDialogElement) dialog.close();
  };
  return (
    <p>
      <Link href="/guide" className={buttons.button} onClick={close}>
        <BookOpen size={18} aria-hidden />
        {text.guide.open}
      </Link>
    </p>
  );
}

/** Every key that works on the screen behind it, and every code of the scan card. */
export function HelpDialog(): ReactNode {
  return (
    <dialog className={styles.dialog} id="help" aria-labelledby="help-title" closedby="any">
      <form method="dialog" className={styles.head}>
        <h2 id="help-title" className={styles.title}>
          {text.keys.title}
        </h2>
        <button type="submit" className={buttons.bare} aria-label={text.keys.close}>
          <X size={20} aria-hidden />
        </button>
      </form>
      <GuideLink />
      <SingleKeys />
      <div className={styles.groups}>
        <KeyList name="list" />
        <KeyList name="go" />
        <ScanCard />
      </div>
    </dialog>
  );
}
