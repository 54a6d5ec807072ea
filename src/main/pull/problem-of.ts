import { StoreProblem } from '../bigcommerce/problem.ts';
import { planLost } from '../domain/plan.ts';
import type { Problem } from '../domain/problem.ts';
import { WorkStopped } from '../domain/running-work.ts';
import { unlinked } from '../domain/unlinking.ts';

/** Why there is nothing to pull from or to; not a fault, and over as soon as somebody has set it up. */
export class NotReady extends Error {
  readonly reason: 'not_linked' | 'not_bound' | 'token_missing' | 'plan_lost';
  /** Of `not_linked`: the store that was unlinked last. */
  readonly unlinkedStore: string | undefined;
  constructor(reason: NotReady['reason'], unlinkedStore?: string) {
    super(reason);
    this.name = 'NotReady';
    this.reason = reason;
    this.unlinkedStore = unlinkedStore;
  }
}

const notReady: Readonly<Record<NotReady['reason'], Problem>> = {
  not_linked: { code: 'not_linked', message: 'No BigCommerce store is linked yet.', nextStep: 'Link a store.' },
  not_bound: {
    code: 'not_bound',
    message: 'The link has no outlet and register yet.',
    nextStep: 'Choose both, then orders arrive.',
  },
  token_missing: {
    code: 'token_missing',
    message: 'This machine does not have the token of the linked store.',
    nextStep: 'Connect the same store again with its token. Nothing already here is lost.',
  },
  plan_lost: planLost,
};

const diskFull: Problem = {
  code: 'disk_full',
  message: 'The disk of this machine is full; nothing more can be recorded.',
  nextStep: 'Free some space. The app goes on by itself; nothing is lost.',
};

const whyNotReady = ({ reason, unlinkedStore }: NotReady): Problem =>
  unlinkedStore === undefined ? notReady[reason] : unlinked(unlinkedStore);

/** What to tell about whatever a pull failed on. */
export const problemOf = (error: unknown): Problem => {
  if (error instanceof StoreProblem) return { code: error.kind, message: error.message, nextStep: error.nextStep };
  if (error instanceof NotReady) return whyNotReady(error);
  if (error instanceof WorkStopped) return { code: 'stopped', message: error.message, nextStep: '' };
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') return diskFull;
  return {
    code: 'internal',
    message: `Orders could not be recorded here (${code || String(error)}).`,
    nextStep: 'The app tries again by itself. If it stays, send the log to support.',
  };
};
