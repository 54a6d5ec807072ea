import { EventEmitter } from 'node:events';
import { tmpdir } from 'node:os';
import { onTask, record, state } from './record.ts';

/** Emits an event that can be prevented; answers whether it was. */
export const prevented = (emitter: EventEmitter, name: string, ...args: unknown[]): boolean => {
  let stopped = false;
  emitter.emit(name, { preventDefault: () => (stopped = true) }, ...args);
  return stopped;
};

/** The same for a page or a frame that wants to go somewhere. */
export const goingPrevented = (emitter: EventEmitter, name: string, url: string, isMainFrame: boolean): boolean => {
  let stopped = false;
  emitter.emit(name, { url, isMainFrame, preventDefault: () => (stopped = true) });
  return stopped;
};

class App extends EventEmitter {
  readonly isPackaged = false;
  whenReady = (): Promise<void> => Promise.resolve();
  getVersion = (): string => 'stand-in';
  setPath = (): void => undefined;
  getPath = (): string => process.env.STAND_IN_APP_DATA ?? tmpdir();
  requestSingleInstanceLock = (): boolean => process.env.STAND_IN_SECOND !== 'yes';
  setAppUserModelId = (): void => undefined;
  setAsDefaultProtocolClient = record('app.setAsDefaultProtocolClient');
  setLoginItemSettings = record('app.setLoginItemSettings');
  setBadgeCount = record('app.setBadgeCount');
  relaunch = (): void => void process.stdout.write('Stand-in: relaunch.\n');
  exit = (code: number): void => process.exit(code);
  quit = (): void => {
    if (!prevented(this, 'before-quit') && !prevented(this, 'will-quit')) process.exit(0);
  };
}
export const app = new App();

export const powerMonitor = new EventEmitter();

onTask('app', (name: string, ...args: unknown[]) => void prevented(app, name, ...args));
onTask('power', (name: string) => void powerMonitor.emit(name));
onTask('throw', () => void setImmediate(() => Promise.reject(new Error('A bug of our own.'))));

export const dialog = {
  showErrorBox: (title: string, text: string) => void process.stderr.write(`${title}: ${text}\n`),
  showMessageBox: async (...args: [unknown, { cancelId?: number }] | [{ cancelId?: number }]) => {
    const question = args.length === 1 ? args[0] : args[1];
    record('dialog.showMessageBox')(question);
    return { response: state.answers.shift() ?? question.cancelId ?? 0 };
  },
};

export const shell = { openExternal: record('shell.openExternal') };

/** A keychain that only mirrors what it seals, unless STAND_IN_KEYCHAIN is `none`. */
export const safeStorage = {
  isEncryptionAvailable: (): boolean => process.env.STAND_IN_KEYCHAIN !== 'none',
  getSelectedStorageBackend: (): string => 'gnome_libsecret',
  encryptString: (text: string): Buffer => Buffer.from(text).reverse(),
  decryptString: (sealed: Buffer): string => Buffer.from(sealed).reverse().toString(),
};
