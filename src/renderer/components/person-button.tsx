import { ShieldCheck, UserRound } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useApp } from '../state/use-app.ts';
import { text } from '../text.ts';
import buttons from './button.module.css';
import { NewPinForm } from './new-pin-form.tsx';
import styles from './person-button.module.css';
import { SignInForm } from './sign-in-form.tsx';

const words = text.staff;

/** Until there is a manager PIN, whoever sets the till up sets it, and is signed in by it. */
function FirstPin(): ReactNode {
  const { call } = useApp();
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const set = async (pin: string): Promise<void> => {
    setIsBusy(true);
    const reply = await call('staff.setManagerPin', { pin });
    setIsBusy(false);
    setProblem(reply.ok ? null : reply.fault.message);
  };
  return (
    <NewPinForm
      title={words.firstPin.title}
      what={words.firstPin.what}
      commit={words.firstPin.commit}
      problem={problem}
      isBusy={isBusy}
      onPin={(pin) => void set(pin)}
    />
  );
}

function SignedIn({ name, isManager }: { readonly name: string; readonly isManager: boolean }): ReactNode {
  const { staff, notices } = useApp();
  const signOut = (): void => void staff.signOut().then((reply) => reply.ok && notices.say(words.signedOut(name)));
  return (
    <>
      <h2 className={styles.title}>{name}</h2>
      <p className={styles.soft}>{isManager ? words.roles.manager : words.roles.staff}</p>
      <p className={styles.soft}>{words.endsByItself}</p>
      <button type="button" className={buttons.primary} onClick={signOut}>
        {words.signOut}
      </button>
    </>
  );
}

/** Who works in this window, on every screen; opens to signing in and out. */
export function PersonButton(): ReactNode {
  const { staff: state, notices } = useApp();
  const { staff, managerPinSet } = useStore(state.store);
  const popover = useRef<HTMLDivElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const Icon = staff?.role === 'manager' ? ShieldCheck : UserRound;
  const signedIn = (name: string): void => {
    popover.current?.hidePopover();
    notices.say(words.signedIn(name));
  };
  return (
    <div className={styles.place}>
      <button
        type="button"
        className={styles.person}
        data-role={staff?.role ?? 'nobody'}
        popoverTarget="person-popover"
        title={staff === null ? words.signIn : words.signedInAs(staff.name)}
      >
        <Icon size={18} aria-hidden />
        <span className={styles.name}>{staff?.name ?? words.signIn}</span>
      </button>
      <div
        ref={popover}
        className={styles.popover}
        id="person-popover"
        popover="auto"
        onToggle={(event) => setIsOpen(event.newState === 'open')}
      >
        {!isOpen ? null : staff !== null ? (
          <SignedIn name={staff.name} isManager={staff.role === 'manager'} />
        ) : managerPinSet === false ? (
          <FirstPin />
        ) : (
          <SignInForm onSignedIn={signedIn} />
        )}
      </div>
    </div>
  );
}
