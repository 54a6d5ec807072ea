/**
 * A stand-in for the `electron` module: `node --import` this file, then the built main process runs unchanged, its
 * window a page of the Chromium at STAND_IN_CHROMIUM, its preload in a context that has `require('electron')` only.
 * Custom schemes are served under https, because Chromium shows no page of a scheme it does not know. There is a
 * keychain, which only mirrors what it seals, unless STAND_IN_KEYCHAIN is `none`.
 */
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { createContext, runInContext } from 'node:vm';
import { chromium, type Page, type Route } from 'playwright-core';

registerHooks({
  resolve: (name, context, next) =>
    name === 'electron' ? { url: import.meta.url, shortCircuit: true } : next(name, context),
});

type Handler = (event: object, ...args: unknown[]) => unknown;
type Listener = (...args: unknown[]) => void;

const asHttps = (url: string): string => url.replace(/^app:\/\//, 'https://app.');
const asApp = (url: string): string => url.replace(/^https:\/\/app\./, 'app://');

/** Emits an event that can be prevented; answers whether it was. */
const prevented = (emitter: EventEmitter, name: string): boolean => {
  let stopped = false;
  emitter.emit(name, { preventDefault: () => (stopped = true) });
  return stopped;
};

class App extends EventEmitter {
  whenReady = (): Promise<void> => Promise.resolve();
  getVersion = (): string => 'stand-in';
  setPath = (): void => undefined;
  requestSingleInstanceLock = (): boolean => true;
  exit = (code: number): void => process.exit(code);
  quit = (): void => {
    if (!prevented(this, 'will-quit')) process.exit(0);
  };
}
export const app = new App();

const handlers = new Map<string, Handler>();
export const ipcMain = { handle: (channel: string, handler: Handler) => void handlers.set(channel, handler) };

const schemes = new Map<string, (request: Request) => Response | Promise<Response>>();
export const protocol = {
  registerSchemesAsPrivileged: (): void => undefined,
  handle: (scheme: string, answer: (request: Request) => Response) => void schemes.set(scheme, answer),
};

export const session = {
  defaultSession: {
    setPermissionRequestHandler: (): void => undefined,
    setPermissionCheckHandler: (): void => undefined,
  },
};

export const dialog = {
  showErrorBox: (title: string, text: string) => void process.stderr.write(`${title}: ${text}\n`),
};

export const safeStorage = {
  isEncryptionAvailable: (): boolean => process.env.STAND_IN_KEYCHAIN !== 'none',
  getSelectedStorageBackend: (): string => 'gnome_libsecret',
  encryptString: (text: string): Buffer => Buffer.from(text).reverse(),
  decryptString: (sealed: Buffer): string => Buffer.from(sealed).reverse().toString(),
};

class WebContents extends EventEmitter {
  readonly toRenderer = new EventEmitter();
  answerOpen: (details: { url: string }) => { action: string } = () => ({ action: 'allow' });
  setWindowOpenHandler = (handler: (details: { url: string }) => { action: string }): void => {
    this.answerOpen = handler;
  };
  send = (channel: string, ...args: unknown[]): void => {
    this.toRenderer.emit(channel, {}, ...args.map((arg) => structuredClone(arg)));
  };
}

export class BrowserWindow extends EventEmitter {
  readonly webContents = new WebContents();
  readonly options: { width: number; height: number; webPreferences: { preload: string } };
  constructor(options: BrowserWindow['options']) {
    super();
    this.options = options;
    app.emit('web-contents-created', {}, this.webContents);
  }
  isMinimized = (): boolean => false;
  restore = (): void => undefined;
  focus = (): void => undefined;

  loadURL = async (address: string): Promise<void> => {
    const browser = await chromium.connectOverCDP(process.env.STAND_IN_CHROMIUM ?? '');
    const page = await (browser.contexts()[0] ?? (await browser.newContext())).newPage();
    const { width, height, webPreferences } = this.options;
    await page.setViewportSize({ width, height });
    await page.route('**/*', (route) => this.#serve(route, page));
    page.on('popup', (popup) => this.webContents.answerOpen({ url: popup.url() }).action === 'deny' && popup.close());
    page.on('close', () => {
      this.emit('closed');
      app.emit('window-all-closed');
    });
    await this.#runPreload(page, webPreferences.preload);
    await page.goto(asHttps(address));
  };

  #serve = async (route: Route, page: Page): Promise<void> => {
    const url = asApp(route.request().url());
    const answer = schemes.get(new URL(url).protocol.slice(0, -1));
    const leaves = route.request().isNavigationRequest() && page.url() !== 'about:blank';
    // "No content" leaves the page where it is, as a prevented navigation does.
    if (leaves && prevented(this.webContents, 'will-navigate')) return route.fulfill({ status: 204 });
    if (answer === undefined) return route.abort();
    const response = await answer(new Request(url));
    const body = Buffer.from(await response.arrayBuffer());
    return route.fulfill({ status: response.status, headers: Object.fromEntries(response.headers), body });
  };

  /** Exposes what the preload exposes: its functions run here, listeners given to them run in the page. */
  #runPreload = async (page: Page, path: string): Promise<void> => {
    const invoke = async (senderFrame: object, channel: string, args: unknown[]): Promise<unknown> =>
      structuredClone(await handlers.get(channel)?.({ senderFrame }, ...args.map((arg) => structuredClone(arg))));
    const exposed = new Map<string, Record<string, Listener>>();
    let calling: object = { url: '', parent: null };
    const electron = {
      contextBridge: { exposeInMainWorld: (name: string, api: Record<string, Listener>) => exposed.set(name, api) },
      ipcRenderer: {
        invoke: (channel: string, ...args: unknown[]) => invoke(calling, channel, args),
        on: (channel: string, listener: Listener) => this.webContents.toRenderer.on(channel, listener),
        off: (channel: string, listener: Listener) => this.webContents.toRenderer.off(channel, listener),
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
        calling = { url: asApp(frame.url()), parent: frame.parentFrame() };
        const own = args.map((arg) => (arg?.standInListener === undefined ? arg : tellPage(page, arg.standInListener)));
        return exposed.get(name)?.[method]?.(...own);
      },
    );
    const shape = [...exposed].map(([name, api]) => [name, Object.keys(api)] as const);
    await page.addInitScript(exposeInPage, shape);
  };
}

const tellPage = (page: Page, listener: number) => (value: unknown) =>
  void page.evaluate(([id, sent]) => Reflect.get(globalThis, 'standInListeners')[id](sent), [listener, value] as const);

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
