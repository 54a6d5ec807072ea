import type { Reply } from '../../contract/procedure.ts';
import { text } from '../text.ts';
import type { AppEvent, Bridge, Connection, Input, Output, ProcedureName } from './bridge.ts';
import { readEvents } from './event-lines.ts';
import { createListeners } from './listeners.ts';

/** The host sends a heartbeat every 15 s; a stream that is quiet for longer than two of them is dead. */
const longestSilenceMs = 40_000;

/** Half a second at first, doubling to ten: soon enough to notice a restart, seldom enough to cost nothing. */
export const pauseBefore = (attempt: number): number => Math.min(10_000, 500 * 2 ** (attempt - 1));

type Ended = 'refused' | 'lost';

/** The browser host's protocol: one POST per call and one event stream, both with the window's bearer secret. */
export const createBrowserBridge = (secret: string): Bridge => {
  const events = createListeners<AppEvent>();
  const connections = createListeners<Connection>();
  const authorization = `Bearer ${secret}`;

  const call = async <N extends ProcedureName>(name: N, input: Input<N>): Promise<Reply<Output<N>>> => {
    try {
      const response = await fetch(`/api/call/${name}`, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify(input),
      });
      if (response.status === 401) connections.tell('signed_out');
      const reply: Reply<Output<N>> = await response.json();
      return reply;
    } catch {
      return { ok: false, fault: { code: 'internal', message: text.states.lostApp } };
    }
  };

  const listenOnce = async (): Promise<Ended> => {
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
      connections.tell('connected');
      for await (const event of readEvents(response.body, heard)) events.tell(event);
      return 'lost';
    } catch {
      return 'lost';
    } finally {
      clearTimeout(silence);
    }
  };

  const listen = async (attempt: number): Promise<void> => {
    const startedAt = Date.now();
    const ended = await listenOnce();
    if (ended === 'refused') return connections.tell('signed_out');
    connections.tell('reconnecting');
    const next = Date.now() - startedAt > longestSilenceMs ? 1 : attempt + 1;
    setTimeout(() => void listen(next), pauseBefore(next));
  };

  void listen(0);
  return { call, onEvent: events.add, onConnection: connections.add };
};
