import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { type Client, createClient } from './bigcommerce/client.ts';
import { createPageReader } from './bigcommerce/page-reader.ts';
import { StoreProblem } from './bigcommerce/problem.ts';
import { getStoreInfo, readBaseline } from './bigcommerce/store-info.ts';
import { systemIdentity } from './identity.ts';
import { createProofKeeper } from './proof/proof-keeper.ts';
import { createImportMemory } from './pull/import-memory.ts';
import { createPace, type PaceLimits, practicePace, storePace } from './pull/pace.ts';
import { problemOf } from './pull/problem-of.ts';
import { pull } from './pull/pull.ts';
import { createPullLoop } from './pull/pull-loop.ts';
import { clientKeeper, importContext, requireLink } from './pull/store-access.ts';
import { openConnection } from './store/connection.ts';
import { forgetProblem, rememberProblem } from './store/last-problem.ts';
import { putLedgerRight } from './store/ledger-check.ts';
import { currentLink } from './store/links.ts';
import {
  type Answers,
  type Ask,
  atRest,
  type FromSyncWorker,
  type QuestionName,
  type StoreAccess,
  type StoreProbe,
  type SyncActivity,
  type SyncWorkerData,
  type ToSyncWorker,
} from './sync-protocol.ts';

/** The sync thread: wiring only. It owns the network and a database connection of its own. */
const run = (port: MessagePort, { databaseFile, version, pageReader }: SyncWorkerData): void => {
  const db = openConnection(databaseFile);
  const ending = new AbortController();
  const clock = Date.now;
  let token: string | null = null;
  let automatic = false;
  let activity: SyncActivity = atRest;

  const post = (message: FromSyncWorker) => port.postMessage(message);
  const show = (change: Partial<SyncActivity>) => {
    activity = { ...activity, ...change };
    post({ type: 'activity', activity });
  };

  const open = (apiBase: string, withToken: string): Client =>
    createClient({
      apiBase,
      token: withToken,
      clock,
      signal: ending.signal,
      onWait: (ms) => show({ nextTryAt: clock() + ms }),
    });
  const clients = clientKeeper(open);
  const memory = createImportMemory(db);
  const reader = createPageReader(new URL(pageReader));
  const context = () => importContext(db, { identity: systemIdentity, memory, now: clock() });

  const loop = createPullLoop({
    clock,
    pace: createPace(() => paceFor(currentLink(db)?.apiBase), Math.random),
    pullOnce: async () => {
      const client = await clients.for(requireLink(db), token);
      context();
      show({ pulling: true, nextTryAt: null });
      return pull({
        db,
        client,
        reader,
        context,
        version,
        onProgress: (progress) => show({ progress }),
        onStored: (counts, alarms) => post({ type: 'stored', counts, alarms }),
      });
    },
    onSuccess: () => {
      forgetProblem(db);
      show({ pulling: false, problem: null, progress: null });
      if (automatic) proofs.pulled();
    },
    onProblem: (error) => {
      const problem = problemOf(error);
      if (error instanceof StoreProblem) rememberProblem(db, problem);
      show({ pulling: false, problem, progress: null });
    },
    onResting: (nextTryAt) => show({ nextTryAt }),
  });

  const rehearsed = createImportMemory(db);
  const proofs = createProofKeeper({
    db,
    clock,
    signal: ending.signal,
    client: () => clients.for(requireLink(db), token),
    context: () => importContext(db, { identity: systemIdentity, memory: rehearsed, now: clock() }),
    pull: loop.now,
    onStored: (counts, alarms) => post({ type: 'stored', counts, alarms }),
    onProved: () => post({ type: 'proved' }),
  });

  const probe = async ({ apiBase, token: probed }: StoreAccess): Promise<StoreProbe> => {
    const client = open(apiBase, probed);
    try {
      return { info: await getStoreInfo(client), baseline: await readBaseline(client) };
    } finally {
      await client.close();
    }
  };

  const answer = (id: number, work: Promise<unknown>) =>
    void work.then(
      (value) => post({ type: 'answer', id, ok: true, value }),
      (error: unknown) => post({ type: 'answer', id, ok: false, problem: problemOf(error) }),
    );

  const answers: Answers = {
    pull: loop.now,
    probe,
    proof: async (since) => {
      await proofs.run(since);
      return null;
    },
    repair: proofs.repair,
  };
  const reply = <N extends QuestionName>(ask: Ask<N>) => answer(ask.id, answers[ask.name](ask.with));

  const stop = async () => {
    ending.abort();
    await proofs.stop();
    await loop.stop();
    await clients.close();
    db.close();
    port.close();
  };

  // At every start, here where no screen waits for it (N2).
  const figures = putLedgerRight(db, clock()).length;
  if (figures > 0) post({ type: 'put_right', figures });

  port.on('message', (message: ToSyncWorker) => {
    switch (message.type) {
      case 'ask':
        reply(message);
        break;
      case 'token':
        token = message.token;
        break;
      case 'start':
        automatic = true;
        loop.start();
        break;
      case 'wake':
        loop.wake();
        break;
      case 'stop':
        void stop();
        break;
    }
  });
};

const paceFor = (apiBase: string | undefined): PaceLimits =>
  apiBase !== undefined && ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(apiBase).hostname)
    ? practicePace
    : storePace;

if (parentPort) run(parentPort, workerData as SyncWorkerData);
