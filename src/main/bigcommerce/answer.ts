import { parseJson } from './json.ts';
import { StoreProblem } from './problem.ts';
import type { Headers } from './quota.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/** What an answer says: its JSON as text, or null where there is nothing. Throws `StoreProblem` for a refusal. */
export const readText = ({ status, body }: Answer): string | null => {
  if (status === 204 || status === 304) return null;
  if (status < 300) return body.trim() === '' ? null : body;
  const words = wordsOf(body);
  if (status === 401) throw new StoreProblem('token_refused');
  if (status === 403) throw new StoreProblem('scope_missing', words);
  if (status === 404) throw new StoreProblem('not_found', words);
  if (mayBeDone(status)) throw new StoreProblem('server_error', `${status}`);
  throw new StoreProblem('rejected', words || `${status}`);
};

/** What a write was answered, parsed: what is neither a whole answer nor a refusal leaves open whether it took effect. */
export const readWritten = (answer: Answer): unknown => {
  try {
    const text = readText(answer);
    return text === null ? null : parseJson(text);
  } catch (error) {
    if (!(error instanceof StoreProblem) || !mayBeDone(answer.status)) throw error;
    throw new StoreProblem(error.kind, error.detail, { outcomeUnknown: true });
  }
};

/** 408 is a gateway's, which had already passed the request on. */
export const mayBeDone = (status: number): boolean => status < 300 || status >= 500 || status === 408;

/** A refusal of two thousand items may name each of them. */
const MOST_WORDS = 4_000;

/** BigCommerce's own words out of a V2 (array) or V3 (problem object) error body. */
const wordsOf = (body: string): string => {
  try {
    const parsed: unknown = JSON.parse(body);
    const first: unknown = Array.isArray(parsed) ? parsed[0] : parsed;
    if (typeof first !== 'object' || first === null) return '';
    if ('message' in first && typeof first.message === 'string') return first.message.slice(0, MOST_WORDS);
    const said = [...textsIn(Reflect.get(first, 'title')), ...textsIn(Reflect.get(first, 'errors'))];
    return [...new Set(said)].join(' ').slice(0, MOST_WORDS);
  } catch {
    return '';
  }
};

/** All that is said in a title, or in `errors`, which holds a sentence per field, or lists of them. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};
