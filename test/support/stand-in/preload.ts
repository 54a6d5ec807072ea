import type { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import type { Page } from 'playwright-core';

type Listener = (...args: unknown[]) => void;

export interface PreloadRoad {
  /** Carries `ipcRenderer.invoke`, with the frame that calls. */
  readonly calls: (frame: object, channel: string, args: unknown[]) => Promise<unknown>;
  /** What the main process sends, by channel. */
  readonly events: EventEmitter;
  /** The address that the app knows for one of Chromium's. */
  readonly addressOf: (url: string) => string;
}

/**
 * Runs a preload in a context that has `require('electron')` only, and exposes what it exposes: its functions run here,
 * listeners given to them run in the page.
 */
export const runPreload = async (
  page: Page,
  path: string,
  { calls, events, addressOf }: PreloadRoad,
): Promise<void> => {
  const exposed = new Map<string, Record<string, Listener>>();
  let calling: object = { url: '', parent: null };
  const electron = {
    contextBridge: { exposeInMainWorld: (name: string, api: Record<string, Listener>) => exposed.set(name, api) },
    ipcRenderer: {
      invoke: (channel: string, ...args: unknown[]) => calls(calling, channel, args),
      on: (channel: string, listener: Listener) => events.on(channel, listener),
      off: (channel: string, listener: Listener) => events.off(channel, listener),
    },
  };
  const require = (name: string): object => {
    if (name === 'electron') return electron;
    throw new Error(`A sandboxed preload has no module ${name}.`);
  };
  runInContext(readFileSync(path, 'utf8'), createContext({ require, module: { exports: {} }, exports: {} }));
  await page.exposeBinding(
    'standInCall',
    ({ frame }, name: string, method: string, args: { standInListener?: number }[]) => {
      calling = { url: addressOf(frame.url()), parent: frame.parentFrame() };
      const own = args.map((arg) => (arg?.standInListener === undefined ? arg : tellPage(page, arg.standInListener)));
      return exposed.get(name)?.[method]?.(...own);
    },
  );
  const shape = [...exposed].map(([name, api]) => [name, Object.keys(api)] as const);
  await page.addInitScript(exposeInPage, shape);
};

const tellPage = (page: Page, listener: number) => (value: unknown) =>
  void page
    .evaluate(([id, sent]) => Reflect.get(globalThis, 'standInListeners')[id](sent), [listener, value] as const)
    // The page may have been closed or crashed meanwhile: then nobody is left to be told.
    .catch(() => undefined);

/** Runs in the page before its own scripts. A method given a listener answers a function that takes it off again. */
function exposeInPage(shape: readonly (readonly [string, readonly string[]])[]): void {
  const listeners: unknown[] = [];
  const call: (name: string, method: string, args: unknown[]) => unknown = Reflect.get(globalThis, 'standInCall');
  const hand = (arg: unknown): unknown =>
    typeof arg === 'function' ? { standInListener: listeners.push(arg) - 1 } : arg;
  const methodOf =
    (name: string, method: string) =>
    (...args: unknown[]): unknown => {
      const sent = args.map(hand);
      const answer = call(name, method, sent);
      if (!args.some((arg) => typeof arg === 'function')) return answer;
      const first = listeners.length - 1;
      return () => listeners.splice(first, 1, () => undefined);
    };
  Reflect.set(globalThis, 'standInListeners', listeners);
  for (const [name, methods] of shape) {
    Reflect.set(globalThis, name, Object.fromEntries(methods.map((method) => [method, methodOf(name, method)])));
  }
}
