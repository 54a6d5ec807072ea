import type { HostKind } from '../contract/about.ts';
import type { AppEvent } from '../contract/event.ts';
import type { Reply } from '../contract/procedure.ts';

/** Who is calling: one per window, browser tab or command-line run. `staff.signIn` fills it. */
export interface Session {
  staff: { readonly name: string; readonly role: 'manager' | 'staff' } | null;
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
  /** Lets the running transaction finish, ends the sync worker, releases the data folder. Safe to call twice. */
  readonly stop: () => Promise<void>;
}

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
}

/** Opens the data folder. Throws `Refusal` (`data_folder_busy`, `data_folder_newer`, `data_folder_unusable`). */
export type CreateApp = (options: AppOptions) => Promise<App>;
