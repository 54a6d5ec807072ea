import type { FormEvent, ReactNode } from 'react';
import { useStore } from 'zustand';
import type { ManagerCommand } from '../state/manager-command.ts';
import { CommandProblem } from './command-problem.tsx';
import styles from './manager-form.module.css';
import { ManagerSignIn } from './manager-sign-in.tsx';
import { SubmitButton } from './submit-button.tsx';
import { useFocusBack } from './use-focus-back.ts';

interface ManagerFormProps {
  readonly command: ManagerCommand;
  readonly label: string;
  /** What the button says while it works. */
  readonly busy: string;
  /** Why it cannot be done now; null while it can. */
  readonly hindrance: string | null;
  /** Whether there is anything to be done at all; true unless given. */
  readonly isOffered?: boolean;
  readonly className?: string | undefined;
  readonly onSubmit: () => void;
  /** The fields. */
  readonly children: ReactNode;
}

/** Fields and the step that they are for, which may need a manager: Enter in any of them does what its button does. */
export function ManagerForm(props: ManagerFormProps): ReactNode {
  const { command, label, busy, hindrance, isOffered = true, className, onSubmit, children } = props;
  const { state } = useStore(command.store);
  const asksManager = state === 'needs_manager' || state === 'checking';
  const button = useFocusBack(asksManager);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isOffered && hindrance === null && state === 'idle') onSubmit();
  };
  return (
    <>
      <form className={className} noValidate onSubmit={submit}>
        {children}
        {asksManager || !isOffered ? null : (
          <div className={styles.end}>
            <CommandProblem command={command} />
            <SubmitButton ref={button} {...{ label, hindrance }} busy={state === 'running' ? busy : null} />
          </div>
        )}
      </form>
      {asksManager ? <ManagerSignIn command={command} /> : null}
    </>
  );
}
