import { onTestFinished } from 'vitest';
import {
  type PracticeStore,
  type PracticeStoreOptions,
  startPracticeStore,
} from '../../src/practice-store/practice-store.ts';

export type Row = Readonly<Record<string, unknown>>;

/** An answer with its body read; `body` is null where there was none. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: unknown;
}

export interface OpenStore extends PracticeStore {
  readonly ask: (path: string, init?: RequestInit) => Promise<Answer>;
  readonly send: (method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown) => Promise<Answer>;
  /** The rows of a list that has to be there; none for a 204. */
  readonly rows: (path: string) => Promise<Row[]>;
}

/** A practice store that ends with the test, asked over real HTTP with its own token. */
export const openStore = async (options: PracticeStoreOptions = {}): Promise<OpenStore> => {
  const store = await startPracticeStore(options);
  onTestFinished(() => store.stop());
  const ask: OpenStore['ask'] = async (path, init = {}) => {
    const headers = { 'X-Auth-Token': store.token, Accept: 'application/json', ...init.headers };
    const response = await fetch(`${store.baseUrl}${path}`, { ...init, headers });
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json') === true && text !== '';
    return { status: response.status, headers: response.headers, text, body: json ? JSON.parse(text) : null };
  };
  return Object.assign(Object.create(store) as PracticeStore, {
    ask,
    send: (method: string, path: string, body?: unknown) =>
      ask(path, {
        method,
        headers: { 'Content-Type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    rows: async (path: string) => rowsOf(await ask(path)),
  });
};

/** The rows of a V2 or V3 list. */
export const rowsOf = ({ status, body, text }: Answer): Row[] => {
  if (status === 204) return [];
  const list = Array.isArray(body) ? body : rowOf(body).data;
  if (status !== 200 || !Array.isArray(list)) throw new Error(`No list came: ${status} ${text.slice(0, 200)}`);
  return list.map(rowOf);
};

export const rowOf = (value: unknown): Row => {
  if (typeof value !== 'object' || value === null) throw new Error(`${String(value)} is no object.`);
  return value as Row;
};

/** A clock that stands still until it is moved. */
export const heldClock = (start = '2026-03-02T10:00:00.000Z') => {
  let now = Date.parse(start);
  return {
    read: () => now,
    pass: (ms: number) => {
      now += ms;
    },
  };
};
