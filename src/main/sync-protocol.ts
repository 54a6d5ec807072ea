import type { InventoryLocation } from './bigcommerce/inventory.ts';
import type { Baseline, StoreInfo } from './bigcommerce/store-info.ts';
import type { StoreSurvey } from './bigcommerce/survey.ts';
import type { HistoryWork } from './domain/history-work.ts';
import type { OpeningFigures } from './domain/opening-figures.ts';
import type { SalesChannel } from './domain/other-importer.ts';
import type { Problem } from './domain/problem.ts';
import type { RunningWork, WorkName } from './domain/running-work.ts';
import type { Exchanged } from './exchange-once.ts';
import type { Removed } from './privacy/privacy-keeper.ts';
import type { PullCounts } from './pull/tally.ts';
import type { RaisedAlarm } from './store/stock-alarms.ts';
import type { SharedTurns } from './store/turns.ts';

/** What the desk and the sync worker say to each other. The network and the pull live in the worker only. */
export interface SyncWorkerData {
  readonly databaseFile: string;
  /** Whose turn it is to write. */
  readonly turns: SharedTurns;
  /** The app's own: a new one tries what the one before could not read. */
  readonly version: string;
  /** The module of the thread that reads pages; a URL. */
  readonly pageReader: string;
}

export interface StoreAccess {
  readonly apiBase: string;
  readonly token: string;
}

export interface StoreProbe {
  readonly info: StoreInfo;
  readonly baseline: Baseline;
  readonly channels: readonly SalesChannel[] | null;
}

/** Questions that are answered, by name: what is asked with, what comes back. */
export interface Questions {
  /** One exchange of orders and stock. */
  readonly exchange: { readonly ask: null; readonly answer: Pick<Exchanged, 'orders' | 'outbox'> };
  readonly probe: { readonly ask: StoreAccess; readonly answer: StoreProbe };
  /** What a token may do there, by reading alone; `since` as of `StoreSurvey`. */
  readonly survey: { readonly ask: StoreAccess & { readonly since: number | null }; readonly answer: StoreSurvey };
  /** The linked store's places for stock. */
  readonly locations: { readonly ask: null; readonly answer: readonly InventoryLocation[] };
  /** Compare with BigCommerce: only orders placed or changed since then (UTC ms), or all of them. */
  readonly proof: { readonly ask: number | null; readonly answer: null };
  /** Put one difference of the last proof right, or all that are left: how many are gone. */
  readonly repair: { readonly ask: string | null; readonly answer: number };
  /** Take personal data that is old enough out of sales. */
  readonly removePersons: { readonly ask: null; readonly answer: Removed };
  /** Work on the batch of history that is not at its end, until it is at rest. */
  readonly history: { readonly ask: null; readonly answer: null };
  /** Stop that after the page at hand. */
  readonly pauseHistory: { readonly ask: null; readonly answer: null };
  /** Read BigCommerce's figures at the bound location, once every order until then is here. */
  readonly openingFigures: { readonly ask: null; readonly answer: OpeningFigures };
}
export type QuestionName = keyof Questions;

export type Ask<N extends QuestionName = QuestionName> = {
  readonly [K in N]: {
    readonly type: 'ask';
    readonly id: number;
    readonly name: K;
    readonly with: Questions[K]['ask'];
  };
}[N];

/** What answers each question. */
export type Answers = {
  readonly [K in QuestionName]: (asked: Questions[K]['ask']) => Promise<Questions[K]['answer']>;
};

export type ToSyncWorker =
  | Ask
  /** The token of the linked store; null when this machine has none. */
  | { readonly type: 'token'; readonly token: string | null }
  /** Pull by itself from now on; sent again when the link or its binding changed. */
  | { readonly type: 'start' }
  /** Something here is to be told to BigCommerce: the next exchange comes soon, if it comes by itself at all. */
  | { readonly type: 'wake' }
  /** The machine goes to sleep: finish what runs, begin nothing. */
  | { readonly type: 'sleep' }
  /** It woke, or its network came or went: the next exchange begins now, if it comes by itself at all. */
  | { readonly type: 'wake_up' }
  /** Somebody has stopped long work: it ends as soon as it can. */
  | { readonly type: 'stop_work'; readonly work: WorkName }
  | { readonly type: 'stop' };

/** How the exchange stands right now; times are UTC ms. */
export interface SyncActivity {
  readonly pulling: boolean;
  readonly problem: Problem | null;
  readonly nextTryAt: number | null;
  readonly progress: { readonly done: number; readonly total: number | null } | null;
}

export const atRest: SyncActivity = { pulling: false, problem: null, nextTryAt: null, progress: null };

export type FromSyncWorker =
  | { readonly type: 'answer'; readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly type: 'answer'; readonly id: number; readonly ok: false; readonly problem: Problem }
  | { readonly type: 'activity'; readonly activity: SyncActivity }
  /** What is done with the batch of history; how far it is, its row says. */
  | { readonly type: 'history'; readonly work: HistoryWork }
  /** How long work is; null when it has ended. */
  | { readonly type: 'work'; readonly work: WorkName; readonly running: RunningWork | null }
  /** A proof has finished; its outcome is in the database. */
  | { readonly type: 'proved' }
  /** So many figures were not their movements' sum at the start, and are now (N2). */
  | { readonly type: 'put_right'; readonly figures: number }
  /** Kept counts were not what is counted, and are now. */
  | { readonly type: 'recounted' }
  /** Which variant of BigCommerce products are, or what they are counted as there, has changed. */
  | { readonly type: 'matched' }
  /** How stock stands with BigCommerce has changed. */
  | { readonly type: 'pushed' }
  /** Personal data was taken out of sales. */
  | { readonly type: 'removed' }
  /** How what staff did stands with BigCommerce has changed. */
  | { readonly type: 'told' }
  /** A page was stored; screens may want to ask again, and to be heard where it took the last one (N6). */
  | { readonly type: 'stored'; readonly counts: PullCounts; readonly alarms: readonly RaisedAlarm[] };
