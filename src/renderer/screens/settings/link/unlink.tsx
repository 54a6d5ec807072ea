import { TriangleAlert, Unplug } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { useStore } from 'zustand';
import buttons from '../../../components/button.module.css';
import field from '../../../components/field.module.css';
import { ManagerForm } from '../../../components/manager-form.tsx';
import { useFocusBack } from '../../../components/use-focus-back.ts';
import { takeFocus } from '../../../state/focus-places.ts';
import { useApp } from '../../../state/use-app.ts';
import { text } from '../../../text.ts';
import look from '../section-page.module.css';
import styles from './link.module.css';

const words = text.link.unlink;

interface UnlinkProps {
  readonly storeName: string;
  readonly warning: string;
}

/** Ending the link: the page's own warning, what stays and what waits, and the store's name typed (R80). */
export function Unlink({ storeName, warning }: UnlinkProps): ReactNode {
  const { link, sync } = useApp();
  const [isOpen, setOpen] = useState(false);
  const typed = useStore(link.store, (wishes) => wishes.typedName);
  const outbox = useStore(sync.store, ({ status }) => status?.outbox);
  const waiting = (outbox?.pending ?? 0) + (outbox?.parked ?? 0);
  const id = useId();
  const button = useFocusBack(isOpen);
  if (!isOpen) {
    return (
      <section className={look.part} aria-label={words.title}>
        <div>
          <button ref={button} type="button" className={buttons.button} onClick={() => setOpen(true)}>
            <Unplug size={18} aria-hidden />
            {words.title}
          </button>
        </div>
      </section>
    );
  }
  return (
    <section className={look.part} aria-label={words.title}>
      <h3 className={look.heading}>{words.title}</h3>
      <p className={styles.warning}>
        <TriangleAlert size={18} aria-hidden />
        {words.warning(warning)}
      </p>
      <ul className={styles.sentences}>
        <li>{words.stays}</li>
        {waiting === 0 ? null : <li>{words.waiting(waiting)}</li>}
      </ul>
      <ManagerForm
        command={link.unlinking}
        className={styles.typing}
        label={words.commit}
        busy={words.busy}
        hindrance={typed.trim() === storeName.trim() ? null : words.mistyped}
        onSubmit={() => void link.unlink()}
      >
        <label htmlFor={id}>{words.type(storeName)}</label>
        <input
          ref={takeFocus}
          id={id}
          className={`${field.field} ${styles.typed}`}
          autoComplete="off"
          maxLength={200}
          aria-label={words.label}
          value={typed}
          onChange={({ target }) => link.store.setState({ typedName: target.value })}
        />
      </ManagerForm>
      <div>
        <button type="button" className={buttons.button} onClick={() => setOpen(false)}>
          {text.signIn.cancel}
        </button>
      </div>
    </section>
  );
}
