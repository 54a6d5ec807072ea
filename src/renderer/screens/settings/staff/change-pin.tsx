import { type ReactNode, useState } from 'react';
import { useStore } from 'zustand';
import { ManagerSignIn } from '../../../components/manager-sign-in.tsx';
import { NewPinForm } from '../../../components/new-pin-form.tsx';
import { createManagerCommand } from '../../../state/manager-command.ts';
import { useApp } from '../../../state/use-app.ts';
import { text } from '../../../text.ts';

const words = text.staff.change;

/** A new PIN for somebody, by a manager. */
export function ChangePin({ name, onEnd }: { readonly name: string; readonly onEnd: () => void }): ReactNode {
  const { call, notices } = useApp();
  const [command] = useState(() => createManagerCommand(call));
  const { state, problem } = useStore(command.store);
  if (state === 'needs_manager' || state === 'checking') return <ManagerSignIn command={command} />;
  const change = (pin: string): void =>
    void command.run(
      () => call('staff.changePin', { name, pin }),
      () => {
        notices.say(words.done(name));
        onEnd();
      },
    );
  return (
    <NewPinForm
      title={words.title(name)}
      commit={words.commit}
      problem={problem}
      isBusy={state === 'running'}
      onPin={change}
      onCancel={onEnd}
    />
  );
}
