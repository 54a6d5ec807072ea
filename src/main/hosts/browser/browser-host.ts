import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import type { App } from '../../app.ts';
import type { RendererFiles } from '../renderer-files.ts';
import { createBrowserApp } from './browser-app.ts';
import { createHealth } from './health.ts';
import { createLaunchCodes } from './launch-codes.ts';

const loopback = '127.0.0.1';
const usualPort = 4173;
const portsTried = 20;

export interface BrowserHostOptions {
  readonly app: App;
  readonly files: RendererFiles;
  /** Exactly this port (0: any free one); left out: 4173 or the next free one. */
  readonly port?: number | undefined;
  /** Milliseconds. */
  readonly now: () => number;
  /** Told each address that opens one window: at the start, and again whenever the last one was spent. */
  readonly onAddress: (address: string) => void;
}

export interface BrowserHost {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

const listenOn = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, loopback, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(address !== null && typeof address === 'object' ? address.port : port);
    });
  });

const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

const listen = async (server: Server, exactPort: number | undefined): Promise<number> => {
  const first = exactPort ?? usualPort;
  const last = exactPort ?? usualPort + portsTried - 1;
  for (let port = first; port <= last; port += 1) {
    try {
      return await listenOn(server, port);
    } catch (error) {
      if (!isTaken(error)) throw error;
    }
  }
  const ports = first === last ? `Port ${first} is` : `The ports ${first} to ${last} are`;
  throw new Error(`${ports} in use. Choose another with --port N.`);
};

/**
 * Serves the app to browsers on this machine, and to nothing else. Rejects with a plain sentence when no port is free.
 */
export const startBrowserHost = async (options: BrowserHostOptions): Promise<BrowserHost> => {
  const launchCodes = createLaunchCodes(options.now);
  let host = '';
  const announce = (): void => options.onAddress(`http://${host}/#code=${launchCodes.issue()}`);
  const health = createHealth(options.app, options.now);
  const routes = createBrowserApp({ ...options, launchCodes, health, host: () => host, onCodeSpent: announce });
  const server = createAdaptorServer({ fetch: routes.fetch });
  if (!('closeAllConnections' in server)) throw new TypeError('The browser host needs a plain HTTP server.');
  host = `${loopback}:${await listen(server, options.port)}`;
  announce();
  return {
    origin: `http://${host}`,
    stop: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
};
