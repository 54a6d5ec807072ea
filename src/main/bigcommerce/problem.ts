/** Why BigCommerce could not be used just now. Each kind has its own plain sentence; nothing here was changed by it. */
export type ProblemKind =
  | 'unreachable'
  | 'token_refused'
  | 'scope_missing'
  | 'busy'
  | 'server_error'
  | 'web_page'
  | 'broken_off'
  | 'unreadable'
  | 'not_found'
  | 'rejected';

interface Sentence {
  readonly message: string;
  readonly nextStep: string;
}

const sentences: Readonly<Record<ProblemKind, Sentence>> = {
  unreachable: {
    message: 'BigCommerce cannot be reached.',
    nextStep: 'Check the network. The app tries again by itself; everything already here works.',
  },
  token_refused: {
    message: 'BigCommerce refused the token.',
    nextStep: 'Make a new store-level API account in BigCommerce and enter its token.',
  },
  scope_missing: {
    message: 'The token may not read this.',
    nextStep: 'Make a token with the scope that is missing, and enter it.',
  },
  busy: {
    message: 'BigCommerce asks to wait: too many requests.',
    nextStep: 'Nothing to do. The app waits as long as it was asked to.',
  },
  server_error: {
    message: 'BigCommerce has a problem of its own.',
    nextStep: 'Nothing to do. The app tries again by itself.',
  },
  web_page: {
    message: 'A web page answers in the place of BigCommerce.',
    nextStep: 'A login page, proxy or firewall of this network may be in between. The app tries again by itself.',
  },
  broken_off: {
    message: 'The answer of BigCommerce broke off half-way.',
    nextStep: 'Nothing of it was recorded. The app tries again by itself.',
  },
  unreadable: {
    message: 'BigCommerce answered with something else than was asked for.',
    nextStep: 'The app tries again by itself. If it stays, send the log to support.',
  },
  not_found: {
    message: 'BigCommerce does not know what was asked for.',
    nextStep: 'Check the store hash.',
  },
  rejected: {
    message: 'BigCommerce did not accept the request.',
    nextStep: 'Send the log to support.',
  },
};

/** The answer, or null where BigCommerce does not know what was asked for. */
export const ifFound = <T>(answer: Promise<T>): Promise<T | null> =>
  answer.catch((error: unknown) => {
    if (error instanceof StoreProblem && error.kind === 'not_found') return null;
    throw error;
  });

export interface ProblemFacts {
  /** How long to wait before asking again, in ms, where BigCommerce said so. */
  readonly retryAfterMs?: number | null;
  /** A write may have taken effect all the same (design law 4). */
  readonly outcomeUnknown?: boolean;
  /** In the place of the kind's own sentence. */
  readonly told?: Sentence;
}

const lookFirst = 'Whether it took effect is not known. The app looks there before it sends it again.';

export class StoreProblem extends Error {
  readonly kind: ProblemKind;
  readonly nextStep: string;
  /** BigCommerce's own words, or what went wrong on the way; may be empty. */
  readonly detail: string;
  /** How long to wait before asking again, in ms, where BigCommerce said so. */
  readonly retryAfterMs: number | null;
  /** Only of a write: it may have taken effect all the same. Read back before it is sent again (design law 4). */
  readonly outcomeUnknown: boolean;

  constructor(kind: ProblemKind, detail = '', facts: ProblemFacts = {}) {
    const { message, nextStep } = facts.told ?? sentences[kind];
    super(detail ? `${message} (${detail})` : message);
    this.name = 'StoreProblem';
    this.kind = kind;
    this.detail = detail;
    this.retryAfterMs = facts.retryAfterMs ?? null;
    this.outcomeUnknown = facts.outcomeUnknown ?? false;
    this.nextStep = this.outcomeUnknown ? lookFirst : nextStep;
  }
}
