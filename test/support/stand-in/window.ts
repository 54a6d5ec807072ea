import { EventEmitter } from 'node:events';
import { type Browser, type BrowserContext, chromium, type Page, type Route } from 'playwright-core';
import { app, goingPrevented, prevented } from './app.ts';
import { runPreload } from './preload.ts';
import { onTask, record } from './record.ts';
import { session } from './session.ts';

type Handler = (event: object, ...args: unknown[]) => unknown;

const handlers = new Map<string, Handler>();
export const ipcMain = { handle: (channel: string, handler: Handler) => void handlers.set(channel, handler) };

const asHttps = (url: string): string => url.replace(/^(app|document):\/\//, 'https://$1.');
const asApp = (url: string): string => url.replace(/^https:\/\/(app|document)\./, '$1://');

const workArea = JSON.parse(process.env.STAND_IN_DISPLAY ?? '{"x":0,"y":0,"width":1920,"height":1040}');
export const screen = { getAllDisplays: () => [{ workArea }] };

class WebContents extends EventEmitter {
  readonly toRenderer = new EventEmitter();
  answerOpen: (details: { url: string }) => { action: string } = () => ({ action: 'allow' });
  setWindowOpenHandler = (handler: (details: { url: string }) => { action: string }): void => {
    this.answerOpen = handler;
  };
  page: Page | undefined;
  getURL = (): string => asApp(this.page?.url() ?? '');
  getPrintersAsync = async (): Promise<object[]> => JSON.parse(process.env.STAND_IN_PRINTERS ?? '[]');
  printToPDF = async (): Promise<Buffer> => (await this.page?.pdf({ preferCSSPageSize: true })) ?? Buffer.of();
  print = (options: object, done: (printed: boolean, reason: string) => void): void => {
    const reason = process.env.STAND_IN_PRINTER_FAILS ?? '';
    void this.page?.innerText('body').then((text) => {
      record('print')(options, text);
      done(reason === '', reason);
    });
  };
  send = (channel: string, ...args: unknown[]): void => {
    this.toRenderer.emit(channel, {}, ...args.map((arg) => structuredClone(arg)));
  };
}

let connected: Promise<Browser> | undefined;

interface Options {
  readonly width?: number;
  readonly height?: number;
  readonly kiosk?: boolean;
  readonly show?: boolean;
  readonly webPreferences: { readonly preload?: string; readonly partition?: string; readonly javascript?: boolean };
}

export class BrowserWindow extends EventEmitter {
  readonly webContents = new WebContents();
  readonly options: Options;
  #page: Page | undefined;
  readonly #is = { kiosk: false, maximized: false, minimized: false, focused: false, visible: false };

  constructor(options: Options) {
    super();
    this.options = options;
    this.#is.kiosk = options.kiosk ?? false;
    this.#is.visible = options.show ?? true;
    record('window')(options);
    app.emit('web-contents-created', {}, this.webContents);
    if (options.webPreferences.preload) this.#obey();
  }

  /** Tests speak of the till's own window, which has a preload. */
  #obey(): void {
    onTask('window', (name: string, ...args: unknown[]) => void this.emit(name, {}, ...args));
    onTask('windowIs', () => this.#is);
    onTask('closeWindow', () => this.close());
    onTask('minimize', () => Object.assign(this.#is, { minimized: true, focused: false }));
    onTask('killRenderer', () => this.#page?.goto('chrome://crash').catch(() => undefined));
    onTask('callAs', (url: string, parent: object | null, name: string, input: unknown) =>
      this.#invoke({ url, parent }, 'tillbridge:call', [name, input]),
    );
  }

  isKiosk = (): boolean => this.#is.kiosk;
  isMaximized = (): boolean => this.#is.maximized;
  isMinimized = (): boolean => this.#is.minimized;
  isFocused = (): boolean => this.#is.focused;
  setKiosk = (kiosk: boolean): void => void Object.assign(this.#is, { kiosk });
  maximize = (): void => void Object.assign(this.#is, { maximized: true });
  restore = (): void => void Object.assign(this.#is, { minimized: false });
  show = (): void => void Object.assign(this.#is, { visible: true });
  hide = (): void => void Object.assign(this.#is, { visible: false, focused: false });
  focus = (): void => void Object.assign(this.#is, { focused: true });
  getNormalBounds = (): object => ({ x: 40, y: 30, width: 1280, height: 720 });
  close = (): void => {
    if (prevented(this, 'close')) return;
    void this.#page?.close();
  };

  loadURL = async (address: string): Promise<void> => {
    const { width = 1366, height = 768, webPreferences } = this.options;
    const old = this.#page;
    connected ??= chromium.connectOverCDP(process.env.STAND_IN_CHROMIUM ?? '');
    const browser = await connected;
    const page = await (await this.#contextIn(browser)).newPage();
    this.#page = page;
    this.webContents.page = page;
    // A page that crashed never says that it is closed.
    old?.close().catch(() => undefined);
    await page.setViewportSize({ width, height });
    await page.route('**/*', (route) => this.#serve(route, page));
    await this.#askBeforeOpening(page);
    page.on('crash', () => this.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 }));
    page.on('close', () => this.#closed(page));
    if (webPreferences.preload) {
      const calls = (frame: object, channel: string, args: unknown[]) => this.#invoke(frame, channel, args);
      await runPreload(page, webPreferences.preload, { calls, events: this.webContents.toRenderer, addressOf: asApp });
    }
    await page.goto(asHttps(address));
    await page.bringToFront();
  };

  /**
   * Electron asks before there is a window. Here the engine tells which address is wanted, and then makes one all the same;
   * its own address says nothing, for without a network it may be that of an error.
   */
  #askBeforeOpening = async (page: Page): Promise<void> => {
    const answers: string[] = [];
    const engine = await page.context().newCDPSession(page);
    engine.on('Page.windowOpen', ({ url }) => answers.push(this.webContents.answerOpen({ url }).action));
    await engine.send('Page.enable');
    page.on('popup', (popup) => answers.shift() === 'deny' && popup.close());
  };

  /** A partition shares nothing with the app's own session. */
  #contextIn = async (browser: Browser): Promise<BrowserContext> => {
    const { partition, javascript = true } = this.options.webPreferences;
    const own = browser.contexts()[0];
    return partition === undefined && own ? own : browser.newContext({ javaScriptEnabled: javascript });
  };

  destroy = (): void => {
    const page = this.#page;
    this.#page = undefined;
    page?.close().catch(() => undefined);
  };

  #closed = (page: Page): void => {
    if (page !== this.#page) return;
    this.emit('closed');
    app.emit('window-all-closed');
  };

  #invoke = async (senderFrame: object, channel: string, args: unknown[]): Promise<unknown> =>
    structuredClone(await handlers.get(channel)?.({ senderFrame }, ...args.map((arg) => structuredClone(arg))));

  #serve = async (route: Route, page: Page): Promise<void> => {
    const url = asApp(route.request().url());
    const { partition } = this.options.webPreferences;
    const owner = partition === undefined ? session.defaultSession : session.fromPartition(partition);
    const answer = owner.protocol.schemes.get(new URL(url).protocol.slice(0, -1));
    const navigates = route.request().isNavigationRequest();
    const inside = navigates && route.request().frame() !== page.mainFrame();
    if (inside && goingPrevented(this.webContents, 'will-frame-navigate', url, false))
      return route.fulfill({ status: 204 });
    const leaves = navigates && !inside && page.url() !== 'about:blank';
    // "No content" leaves the page where it is, as a prevented navigation does.
    if (leaves && goingPrevented(this.webContents, 'will-navigate', url, true)) return route.fulfill({ status: 204 });
    if (answer === undefined) return route.abort();
    const response = await answer(new Request(url));
    const body = Buffer.from(await response.arrayBuffer());
    return route.fulfill({ status: response.status, headers: Object.fromEntries(response.headers), body });
  };
}
