import { type Agent, request } from 'undici';
import { type Answer, mayBeDone } from './answer.ts';
import { StoreProblem } from './problem.ts';

export interface Request {
  readonly url: string;
  readonly token: string;
  readonly signal: AbortSignal;
  readonly agent: Agent;
}

/** A read; asked once more where a kept connection was closed in the very moment of asking. Throws `StoreProblem`. */
export const sendRead = async (read: Request): Promise<Answer> => {
  const ask = () => request(read.url, { ...optionsOf(read), headers: headersOf(read) });
  const { statusCode, headers, body } = await ask()
    .catch((error: unknown) => {
      if (!wasDropped(error)) throw error;
      return ask();
    })
    .catch((error: unknown) => {
      throw read.signal.aborted ? error : new StoreProblem('unreachable', causeOf(error));
    });
  const text = await body.text().catch((error: unknown) => {
    throw read.signal.aborted ? error : new StoreProblem('broken_off', causeOf(error));
  });
  return { status: statusCode, headers, body: text };
};

/**
 * A write, sent exactly once. Throws `StoreProblem`, with `outcomeUnknown` unless there was no connection to send it on;
 * who ends it by the signal does not know its outcome either.
 */
export const sendWrite = async (write: Request, method: 'PUT' | 'POST', content: object): Promise<Answer> => {
  const { statusCode, headers, body } = await request(write.url, {
    ...optionsOf(write),
    method,
    headers: { ...headersOf(write), 'content-type': 'application/json' },
    body: JSON.stringify(content),
  }).catch((error: unknown) => {
    if (write.signal.aborted) throw error;
    const cause = causeOf(error);
    throw new StoreProblem('unreachable', cause, { outcomeUnknown: !neverConnected.has(cause) });
  });
  const text = await body.text().catch((error: unknown) => {
    if (write.signal.aborted) throw error;
    // A refusal is one whether or not its words arrive.
    if (!mayBeDone(statusCode)) return '';
    throw new StoreProblem('broken_off', causeOf(error), { outcomeUnknown: true });
  });
  return { status: statusCode, headers, body: text };
};

const optionsOf = ({ agent, signal }: Request) => ({ dispatcher: agent, signal });

const headersOf = ({ token }: Request) => ({
  'x-auth-token': token,
  accept: 'application/json',
  'user-agent': 'Tillbridge',
});

const wasDropped = (error: unknown): boolean => ['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE'].includes(causeOf(error));

/** Failures before anything could be sent. Any other may have come after the request had arrived. */
const neverConnected: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

const causeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
};
