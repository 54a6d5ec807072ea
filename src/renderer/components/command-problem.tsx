import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { ManagerCommand } from '../state/manager-command.ts';
import { Refused } from './refused.tsx';

/** Why a command was not done, where it was asked; said calmly where somebody stopped it. */
export function CommandProblem({ command }: { readonly command: ManagerCommand }): ReactNode {
  const { problem, wasStopped = false } = useStore(command.store);
  if (problem === null) return null;
  return wasStopped ? <p role="status">{problem}</p> : <Refused>{problem}</Refused>;
}
