import { BookOpen, X } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import type { ShortcutGroup } from '../state/keyboard.ts';
import { useApp } from '../state/use-app.ts';
import { text } from '../text.ts';
import buttons from './button.module.css';
import styles from './help-dialog.module.css';
import { Keys } from './keys.tsx';

const names: readonly ShortcutGroup['name'][] = ['list', 'go'];

/** The codes with which a scanner alone does a whole order. */
function ScanCard(): ReactNode {
  const { title, what, codes } = text.fulfillments.scanCard;
  return (
    <section className={styles.scans}>
      <h3 className={styles.group}>{title}</h3>
      <p className={styles.what}>{what}</p>
      <dl className={styles.codes}>
        {Object.entries(codes).map(([code, meaning]) => (
          <div key={code} className={styles.entry}>
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

/** Keys that write a character are pressed by accident, or said by who speaks to the machine: they can be turned off. */
function SingleKeys(): ReactNode {
  const { keyboard } = useApp();
  const on = useStore(keyboard.store, (state) => state.singleKeys);
  const id = useId();
  return (
    <p className={styles.single}>
      <input id={id} type="checkbox" checked={on} onChange={({ target }) => keyboard.turnSingleKeys(target.checked)} />
      <label htmlFor={id}>{text.keys.single}</label>
    </p>
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
  const { keyboard } = useApp();
  const groups = useStore(keyboard.store, (state) => state.groups);
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
        {names.map((name) => (
          <section key={name}>
            <h3 className={styles.group}>{text.keys.group[name]}</h3>
            <dl>
              {groups
                .filter((group) => group.name === name)
                .flatMap((group) => group.shortcuts)
                .map((shortcut) => (
                  <div key={shortcut.keys.join()} className={styles.entry}>
                    <dt className={styles.keys}>
                      <Keys keys={shortcut.keys} />
                    </dt>
                    <dd>{shortcut.label}</dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
        <ScanCard />
      </div>
    </dialog>
  );
}
