import type { Reply } from '../../contract/procedure.ts';
import type { AppEvent, Bridge, Connection, Input, Output, ProcedureName } from './bridge.ts';
import { readEvents } from './event-lines.ts';
import { createListeners } from './listeners.ts';
import { lostApp } from './lost-app.ts';

/** The host sends a heartbeat every 15 s; a stream that is quiet for longer than two of them is dead. */
const longestSilenceMs = 40_000;

/** Half a second at first, doubling to ten: soon enough to notice a restart, seldom enough to cost nothing. */
export const pauseBefore = (attempt: number): number => Math.min(10_000, 500 * 2 ** (attempt - 1));

type Ended = 'refused' | 'lost';

/**
 * The browser host's protocol: one POST per call and one event stream, both with the window's bearer secret. Answers when
 * the stream is open, or cannot be: whatever is asked from then on is asked once, for no event of it can be missed.
 */
export const createBrowserBridge = async (secret: string): Promise<Bridge> => {
  const events = createListeners<AppEvent>();
  const connections = createListeners<Connection>();
  let connection: Connection = 'reconnecting';
  const now = (next: Connection): void => {
    connection = next;
    connections.tell(next);
  };
  const authorization = `Bearer ${secret}`;

  const call = async <N extends ProcedureName>(name: N, input: Input<N>): Promise<Reply<Output<N>>> => {
    try {
      const response = await fetch(`/api/call/${name}`, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify(input),
      });
      if (response.status === 401) now('signed_out');
      const reply: Reply<Output<N>> = await response.json();
      return reply;
    } catch {
      return { ok: false, fault: lostApp };
    }
  };

  const listenOnce = async (onAnswer: () => void): Promise<Ended> => {
    const giveUp = new AbortController();
    let silence = setTimeout(() => giveUp.abort(), longestSilenceMs);
    const heard = (): void => {
      clearTimeout(silence);
      silence = setTimeout(() => giveUp.abort(), longestSilenceMs);
    };
    try {
      const response = await fetch('/api/events', { headers: { authorization }, signal: giveUp.signal });
      if (response.status === 401) return 'refused';
      if (!response.ok || response.body === null) return 'lost';
      now('connected');
      onAnswer();
      for await (const event of readEvents(response.body, heard)) events.tell(event);
      return 'lost';
    } catch {
      return 'lost';
    } finally {
      clearTimeout(silence);
    }
  };

  const listen = async (attempt: number, onAnswer: () => void): Promise<void> => {
    const startedAt = Date.now();
    const ended = await listenOnce(onAnswer);
    now(ended === 'refused' ? 'signed_out' : 'reconnecting');
    onAnswer();
    if (ended === 'refused') return;
    const next = Date.now() - startedAt > longestSilenceMs ? 1 : attempt + 1;
    setTimeout(() => void listen(next, onAnswer), pauseBefore(next));
  };

  await new Promise<void>((resolve) => void listen(0, resolve));
  return {
    call,
    onEvent: events.add,
    onConnection: (listener) => {
      if (connection !== 'connected') listener(connection);
      return connections.add(listener);
    },
  };
};
