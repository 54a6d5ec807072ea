import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import type { FaultMeans } from './fault-effects.ts';

/** A listener on this machine only. */
export interface PracticeServer extends FaultMeans {
  readonly port: number;
  /** Ends every connection at once and resolves when nothing is left. Safe to call twice. */
  readonly stop: () => Promise<void>;
}

const host = '127.0.0.1';

/** Listens on 127.0.0.1; port 0 takes a free one. Rejects when the port is taken. */
export const startServer = async (
  fetch: Parameters<typeof getRequestListener>[0],
  wantedPort: number,
): Promise<PracticeServer> => {
  // Node's own Request and Response stay as they are: the caller's process may use them too.
  const server = createServer(getRequestListener(fetch, { overrideGlobalObjects: false }));
  const stopping = new AbortController();
  let reopening: NodeJS.Timeout | undefined;

  const listen = (port: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, () => {
        server.off('error', reject);
        resolve();
      });
    });

  const close = (): Promise<void> =>
    new Promise((resolve) => {
      if (!server.listening) {
        resolve();
        return;
      }
      server.close(() => resolve());
      server.closeAllConnections();
    });

  await listen(wantedPort);
  const { port } = server.address() as AddressInfo;

  return {
    port,
    pause: async (ms) => {
      try {
        await wait(ms, undefined, { signal: stopping.signal });
      } catch (error) {
        if (!stopping.signal.aborted) throw error;
      }
    },
    outage: (ms) => {
      void close();
      clearTimeout(reopening);
      reopening = setTimeout(() => void listen(port), ms);
    },
    stop: async () => {
      stopping.abort();
      clearTimeout(reopening);
      await close();
    },
  };
};
