import type { HostKind } from '../contract/about.ts';
import type { CrashView, DesktopSettings, UpdateView } from '../contract/desktop.ts';
import type { AppEvent, RecordNoun, StockAlarm } from '../contract/event.ts';
import { Refusal } from '../contract/fault.ts';
import type { Reply } from '../contract/procedure.ts';
import type { ScenarioName, TrainingView } from '../contract/training.ts';
import { createBackupKeeper } from './backup/backup-keeper.ts';
import type { TaskThread } from './backup/task-thread.ts';
import type { SignedIn } from './commands/sign-in.ts';
import { createDispatch } from './dispatch.ts';
import { createGate } from './gate.ts';
import { createHandlers } from './handlers.ts';
import { systemIdentity } from './identity.ts';
import { createOrderBell } from './order-bell.ts';
import { createPrinterQueue } from './print/printer-queue.ts';
import { syncStatus } from './queries/sync-status.ts';
import { openConnection } from './store/connection.ts';
import { type DataFolder, openDataFolder } from './store/data-folder.ts';
import { DataFolderError } from './store/folder-lock.ts';
import { lastProblem } from './store/last-problem.ts';
import { currentLink, unlinkedIds } from './store/links.ts';
import type { ReadProgress } from './store/read-through.ts';
import type { RaisedAlarm } from './store/stock-alarms.ts';
import { createSharedTurns, deskTurn } from './store/turns.ts';
import { createSupportFile } from './support-file.ts';
import { beside, createSyncHandle } from './sync-handle.ts';

/** Who is calling: one per window, browser tab or command-line run. `staff.signIn` fills it. */
export interface Session {
  staff: SignedIn | null;
  /** When this caller last had something done (UTC ms). */
  activeAt?: number;
}

export const newSession = (): Session => ({ staff: null });

/** Keeps the BigCommerce token outside the database, as the machine does best. Keys are link ids. */
export interface SecretStore {
  read(key: string): string | null;
  write(key: string, secret: string): void;
  remove(key: string): void;
}

export type Dispatch = (name: string, input: unknown, session: Session) => Promise<Reply>;

export interface App {
  /** The one door. Never throws: every refusal is a fault. */
  readonly dispatch: Dispatch;
  /** Calls `listener` for each event until the returned function is called. */
  readonly onEvent: (listener: (event: AppEvent) => void) => () => void;
  /** Starts pulling by itself. Without it, only `sync.now` pulls. */
  readonly startSync: () => void;
  /** The machine goes to sleep: what runs is finished, nothing new is begun. */
  readonly sleep: () => void;
  /** It woke, or its network came or went: the next exchange begins now. */
  readonly wakeUp: () => void;
  /** Lets the running transaction finish, ends the sync worker, releases the data folder. Safe to call twice. */
  readonly stop: () => Promise<void>;
}

/** How this host puts a document on paper without a dialog; a host that cannot leaves it to the page. */
export interface DocumentPrinter {
  readonly printers: () => Promise<readonly { readonly name: string; readonly isDefault: boolean }[]>;
  /** Prints a whole HTML page. `printer` is a name of `printers`, null: the machine's own. Throws `Refusal` (`printer_failed`). */
  readonly print: (
    html: string,
    options: { readonly printer: string | null; readonly copies: number },
  ) => Promise<void>;
  /** The same page as a PDF. Throws `Refusal` (`printer_failed`). */
  readonly pdf: (html: string) => Promise<Uint8Array>;
}

/** The window's host, as far as the app may steer it. */
export interface DesktopControls {
  readonly settings: () => DesktopSettings;
  /** Keeps what is given, does it at once, and answers all of them. */
  readonly change: (
    change: { readonly [K in keyof DesktopSettings]?: DesktopSettings[K] | undefined },
  ) => DesktopSettings;
  /** Null where this copy of the app was not installed, so that it cannot be updated. */
  readonly update: () => UpdateView | null;
  /** Throws `Refusal` where it may not be now; else the app ends soon after the answer. Null as above. */
  readonly installUpdate: () => Promise<UpdateView | null>;
  /** Soon after the answer. */
  readonly quit: () => void;
}

/** What can be practised; only the host of a practice store has it. */
export interface TrainingControls {
  readonly status: () => TrainingView;
  readonly start: (scenario: ScenarioName) => TrainingView;
  readonly stop: () => TrainingView;
}

/** Begins to write the file for support, on a thread of its own, which answers where it is. */
export type SupportBundle = (onProgress: (progress: ReadProgress) => void) => TaskThread<string>;

export interface AppOptions {
  /** Absolute path; created when missing. */
  readonly dataFolder: string;
  readonly host: HostKind;
  /** True when the linked store is the built-in practice store. */
  readonly practice: boolean;
  readonly version: string;
  readonly secrets: SecretStore;
  /** The sync worker's module: the source file, or its bundle beside a built main process. */
  readonly syncWorker: URL;
  /** UTC ms; this machine's unless said otherwise. */
  readonly clock?: () => number;
  /** Where an error of our own is told; standard error unless said otherwise. */
  readonly log?: (text: string) => void;
  /** Left out where the page prints by itself. */
  readonly documentPrinter?: DocumentPrinter;
  /** Left out where the app has no window of its own. */
  readonly desktop?: DesktopControls;
  readonly supportBundle?: SupportBundle;
  /** The run before this one, where it was killed or crashed. */
  readonly crashed?: () => CrashView | null;
  /** Told when a copy waits to take the database's place, which it does when the app is stopped. */
  readonly reopen?: () => void;
  /** Puts practice in the place of the shop's own till, or the other way round, soon. Left out where a host has but one. */
  readonly usePractice?: (practice: boolean) => void;
  /** Left out on a real till. */
  readonly training?: TrainingControls;
  /** How long a statement waits for another program's transaction, in ms; 15 s unless said otherwise. */
  readonly patienceMs?: number;
}

export type CreateApp = (options: AppOptions) => Promise<App>;

const importedNouns: readonly RecordNoun[] = ['sales', 'fulfillments', 'stock', 'products', 'customers', 'orders'];

/** Opens the data folder. Throws `Refusal` (`data_folder_busy`, `data_folder_newer`, `data_folder_unusable`). */
export const createApp: CreateApp = async (options) => {
  const log = options.log ?? ((text: string) => process.stderr.write(text));
  const clock = options.clock ?? Date.now;
  const folder = takeFolder(options);
  const turns = createSharedTurns();
  const writer = openConnection(folder.databaseFile, { patienceMs: options.patienceMs, turn: deskTurn(turns) });
  const reader = openConnection(folder.databaseFile, { readonly: true, patienceMs: options.patienceMs });
  const listeners = new Set<(event: AppEvent) => void>();
  const tell = (event: AppEvent) => {
    for (const listener of listeners) listener(event);
  };
  const tellStatus = () => tell({ type: 'sync', status: syncStatus(reader, sync.activity()) });
  const bell = createOrderBell({
    ring: (orders) => tell({ type: 'arrived', orders }),
    after: (ms, then) => {
      const timer = setTimeout(then, ms);
      return () => clearTimeout(timer);
    },
  });
  let automatic = false;
  let stopped: Promise<void> | undefined;

  const sync = createSyncHandle({
    module: options.syncWorker,
    databaseFile: folder.databaseFile,
    turns,
    version: options.version,
    lastProblem: lastProblem(reader),
    onActivity: ({ progress }) => {
      bell.reading(progress?.done ?? null);
      tellStatus();
    },
    onHistory: () => changed(['history']),
    onWork: () => changed(['work']),
    onPutRight: (figures) => {
      log(`Stock figures that were not the sum of their movements, and were put right from them: ${figures}.\n`);
      changed(['stock']);
    },
    onRecounted: () => {
      log('Counts of sales or fulfillments were not what is counted. Everything was counted again.\n');
      changed(['sales', 'fulfillments']);
    },
    onStored: ({ imported, updated, held }, alarms) => {
      bell.add(imported);
      if (imported + updated > 0) changed(importedNouns);
      else if (held > 0) changed(['orders']);
      if (alarms.length > 0) tell({ type: 'alarm', products: alarms.map(stockAlarm) });
    },
    onProved: () => changed(['proof']),
    onPushed: () => changed(['stock']),
    onTold: () => changed(['outbox', 'fulfillments', 'sales']),
    onRemoved: () => changed(['sales', 'customers', 'fulfillments', 'prints']),
    onMatched: () => changed(['products', 'stock']),
  });
  const changed = (nouns: readonly RecordNoun[]) => tell({ type: 'records', nouns });
  const useToken = () => {
    const link = currentLink(reader);
    sync.giveToken(link ? options.secrets.read(link.linkId) : null);
  };
  const linkChanged = () => {
    useToken();
    if (automatic) sync.start();
    changed(['link']);
    tellStatus();
  };
  useToken();
  // One that ended while the app was killed half-way through unlinking.
  for (const linkId of unlinkedIds(reader)) options.secrets.remove(linkId);
  const { documentPrinter } = options;
  const printing = createPrinterQueue({
    db: writer,
    clock,
    practice: options.practice,
    printPage: documentPrinter ? (html, printer) => documentPrinter.print(html, { printer, copies: 1 }) : null,
    onChanged: () => changed(['prints', 'fulfillments']),
    log,
  });
  const backups = createBackupKeeper({
    dataFolder: options.dataFolder,
    databaseFile: folder.databaseFile,
    version: options.version,
    module: new URL(beside(options.syncWorker, 'backup-worker')),
    clock,
    wasCutOff: folder.wasCutOff,
    onChanged: () => changed(['backup', 'work']),
    log,
  });

  const supportFile = createSupportFile(options.supportBundle, () => changed(['work']));

  const handlers = createHandlers({
    reader,
    writer,
    identity: systemIdentity,
    clock,
    sync,
    printing,
    backups,
    supportFile,
    options,
    linkChanged,
    changed,
    stockMoved: () => {
      changed(['stock']);
      sync.wake();
    },
    workDone: () => {
      changed(['fulfillments', 'outbox']);
      sync.wake();
    },
  });
  const stop = async () => {
    bell.stop();
    await Promise.all([backups.stop(), supportFile.stop()]);
    await printing.stop();
    await sync.stop();
    reader.close();
    writer.close();
    folder.release();
  };
  return {
    dispatch: createDispatch(handlers, createGate(reader, clock), (name, error) =>
      log(`${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`),
    ),
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    startSync: () => {
      automatic = true;
      sync.start();
      if (!options.practice) backups.start();
    },
    sleep: sync.sleep,
    wakeUp: sync.wakeUp,
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
};

const stockAlarm = ({ orderId, ...alarm }: RaisedAlarm): StockAlarm => ({
  ...alarm,
  orderId: orderId === null ? null : String(orderId),
});

const takeFolder = ({ dataFolder, version, clock = Date.now, patienceMs }: AppOptions): DataFolder => {
  try {
    return openDataFolder(dataFolder, { identity: systemIdentity, version, now: clock(), patienceMs });
  } catch (error) {
    if (error instanceof DataFolderError) throw new Refusal(error.code, { message: error.sentence });
    throw error;
  }
};
