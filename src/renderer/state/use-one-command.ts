import { useState } from 'react';
import type { Fault } from '../../contract/fault.ts';
import type { Reply } from '../../contract/procedure.ts';

export interface OneCommand {
  readonly isBusy: boolean;
  /** Why it was refused last; null while it was not. */
  readonly fault: Fault | null;
  /** Asks, unless it is still being answered. `done` is told the answer. */
  readonly run: <T>(ask: () => Promise<Reply<T>>, done: (answer: T) => void) => Promise<void>;
}

/** A command that a form gives: one at a time, and why it was refused. */
export const useOneCommand = (): OneCommand => {
  const [isBusy, setIsBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  return {
    isBusy,
    fault,
    run: async (ask, done) => {
      if (isBusy) return;
      setIsBusy(true);
      const reply = await ask();
      setIsBusy(false);
      setFault(reply.ok ? null : reply.fault);
      if (reply.ok) done(reply.data);
    },
  };
};
