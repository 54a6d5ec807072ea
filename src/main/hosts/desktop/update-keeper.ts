import type { UpdateView } from '../../../contract/desktop.ts';
import { Refusal } from '../../../contract/fault.ts';
import type { SyncStatusView } from '../../../contract/sync.ts';
import type { Log } from '../logs/log.ts';
import { unsentInWords } from './leaving.ts';
import type { UpdateRecord } from './update-record.ts';

/** Where updates come from. Each rejects with what went wrong. */
export interface UpdateSource {
  /** The version meant for this machine, staged rollout included; null: this one. */
  readonly newest: () => Promise<string | null>;
  readonly download: () => Promise<void>;
}

export interface UpdateKeeperDeps {
  readonly source: UpdateSource;
  readonly status: () => Promise<Pick<SyncStatusView, 'state' | 'outbox'>>;
  /** The names of this shop's registers that are open. */
  readonly openRegisters: () => Promise<readonly string[]>;
  readonly record: UpdateRecord | null;
  readonly log: Log;
}

export interface UpdateKeeper {
  readonly view: () => UpdateView;
  /** Looks for a newer version and fetches it. Never rejects: what went wrong is in the view. */
  readonly check: () => Promise<void>;
  /** Looks now, and every few hours. */
  readonly start: () => Promise<void>;
  /** Answers the version to install. Throws `Refusal` (`no_update`, `update_refused`). */
  readonly needReady: () => Promise<string>;
}

const checkEveryMs = 6 * 60 * 60_000;

/** A version that is here, or on its way, is not looked for again. */
const busyWith: ReadonlySet<UpdateView['state']> = new Set(['checking', 'downloading', 'waiting', 'refused']);

const lasting = (version: string | null): string => (version === null ? 'That version' : `Version ${version}`);

/** Why an update may not be installed now; null when it may. */
export const hindrance = (
  { state, outbox }: Pick<SyncStatusView, 'state' | 'outbox'>,
  openRegisters: readonly string[],
): string | null => {
  if (openRegisters.length > 0) return `The till is open (${openRegisters.join(', ')}). Close it first.`;
  if (outbox.pending > 0) return unsentInWords({ outbox: { ...outbox, parked: 0 } });
  return state === 'pulling' ? 'Orders are coming in right now.' : null;
};

/**
 *   current ──a newer one──▶ downloading ──▶ waiting ──asked, and nothing is going on──▶ installed
 *                              │ failed: the next check tries again
 *   A version that could not open this shop's data is never fetched again.
 */
export const createUpdateKeeper = ({ source, status, openRegisters, record, log }: UpdateKeeperDeps): UpdateKeeper => {
  const rolledBack = record?.state === 'rolled_back' ? record.to : null;
  let view: UpdateView =
    rolledBack === null
      ? { state: 'current', version: null, reason: null }
      : {
          state: 'rolled_back',
          version: rolledBack,
          reason: `${lasting(rolledBack)} could not open this shop's data. The data is as it was, and nothing is lost.`,
        };
  const show = (next: UpdateView): void => {
    view = next;
    log.info('update.state', { ...next });
  };
  const atRest = view;
  const check = async (): Promise<void> => {
    if (busyWith.has(view.state)) return;
    show({ state: 'checking', version: null, reason: null });
    try {
      const version = await source.newest();
      if (version === null || record?.refused.includes(version)) return show(atRest);
      show({ state: 'downloading', version, reason: null });
      await source.download();
      show({ state: 'waiting', version, reason: null });
    } catch (error) {
      log.error('update.failed', error);
      show({ state: 'failed', version: null, reason: 'The update could not be fetched. It is tried again later.' });
    }
  };
  return {
    view: () => view,
    check,
    start: async () => {
      setInterval(check, checkEveryMs).unref();
      await check();
    },
    needReady: async () => {
      if ((view.state !== 'waiting' && view.state !== 'refused') || view.version === null)
        throw new Refusal('no_update');
      const reason = hindrance(await status(), await openRegisters());
      if (reason === null) return view.version;
      show({ state: 'refused', version: view.version, reason });
      throw new Refusal('update_refused', { message: `${reason} The update waits.` });
    },
  };
};
