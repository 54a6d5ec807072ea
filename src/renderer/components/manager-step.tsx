import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { ManagerCommand } from '../state/manager-command.ts';
import { CommandProblem } from './command-problem.tsx';
import { CommitButton } from './commit-button.tsx';
import { ManagerSignIn } from './manager-sign-in.tsx';
import { useFocusBack } from './use-focus-back.ts';

interface ManagerStepProps {
  readonly command: ManagerCommand;
  readonly label: string;
  /** What the button says while it works. */
  readonly busy: string;
  /** Why it cannot be done now; null while it can. */
  readonly hindrance: string | null;
  readonly isSecondary?: boolean;
  readonly onPress: () => void;
}

/** One step that may need a manager: its button, in its place the sign-in where one is needed, and why it was refused. */
export function ManagerStep({
  command,
  label,
  busy,
  hindrance,
  isSecondary = false,
  onPress,
}: ManagerStepProps): ReactNode {
  const { state } = useStore(command.store);
  const asksManager = state === 'needs_manager' || state === 'checking';
  const button = useFocusBack(asksManager);
  if (asksManager) return <ManagerSignIn command={command} />;
  return (
    <>
      <CommandProblem command={command} />
      <CommitButton
        ref={button}
        {...{ label, hindrance, isSecondary, onPress }}
        busy={state === 'running' ? busy : null}
      />
    </>
  );
}
