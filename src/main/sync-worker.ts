import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { listChannels } from './bigcommerce/channels.ts';
import { type Client, createClient, type WritingClient } from './bigcommerce/client.ts';
import { listLocations } from './bigcommerce/inventory.ts';
import { isOnThisMachine } from './bigcommerce/on-this-machine.ts';
import { createPageReader } from './bigcommerce/page-reader.ts';
import { StoreProblem } from './bigcommerce/problem.ts';
import { getStoreInfo, readBaseline } from './bigcommerce/store-info.ts';
import { SURVEY_QUESTIONS, surveyStore } from './bigcommerce/survey.ts';
import type { Problem } from './domain/problem.ts';
import { type Exchanged, exchangeOnce } from './exchange-once.ts';
import { createHistoryKeeper } from './history/history-keeper.ts';
import { systemIdentity } from './identity.ts';
import { readOpeningFigures } from './link/read-opening-figures.ts';
import { createLongWorks } from './long-works.ts';
import { createCatalogKeeper } from './outbox/catalog-keeper.ts';
import { practiceLookGapMs, practiceSettlingMs, storeLookGapMs, storeSettlingMs } from './outbox/settling.ts';
import { stockProblem } from './outbox/stock-problem.ts';
import { createPrivacyKeeper } from './privacy/privacy-keeper.ts';
import { createProofKeeper } from './proof/proof-keeper.ts';
import { createImportMemory } from './pull/import-memory.ts';
import { createPace, practicePace, storePace } from './pull/pace.ts';
import { problemOf } from './pull/problem-of.ts';
import { createPullLoop, waitAskedBy } from './pull/pull-loop.ts';
import { clientKeeper, importContext, requireLink } from './pull/store-access.ts';
import { openConnection } from './store/connection.ts';
import { putCountsRight } from './store/counts-check.ts';
import { forgetProblem, rememberProblem } from './store/last-problem.ts';
import { putLedgerRight } from './store/ledger-check.ts';
import { currentLink } from './store/links.ts';
import { retryParked } from './store/products-to-push.ts';
import { importerTurn } from './store/turns.ts';
import {
  type Answers,
  type Ask,
  atRest,
  type FromSyncWorker,
  type QuestionName,
  type StoreAccess,
  type SyncActivity,
  type SyncWorkerData,
  type ToSyncWorker,
} from './sync-protocol.ts';

/** The sync thread: wiring only. It owns the network and a database connection of its own. */
const run = (port: MessagePort, { databaseFile, turns, version, pageReader }: SyncWorkerData): void => {
  const clock = Date.now;
  const turn = importerTurn(turns, clock);
  const db = openConnection(databaseFile, { readonly: false, turn });
  const ending = new AbortController();
  let token: string | null = null;
  let automatic = false;
  let activity: SyncActivity = atRest;

  const post = (message: FromSyncWorker) => port.postMessage(message);
  const show = (change: Partial<SyncActivity>) => {
    activity = { ...activity, ...change };
    post({ type: 'activity', activity });
  };

  const open = (apiBase: string, withToken: string): WritingClient =>
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

  const works = createLongWorks((work, running) => post({ type: 'work', work, running }), clock);
  const catalog = createCatalogKeeper({ db, clock, onMatched: () => post({ type: 'matched' }) });
  const isHere = () => isOnThisMachine(currentLink(db)?.apiBase);
  const tellProblem = (error: unknown, problem: Problem) => {
    if (error instanceof StoreProblem) rememberProblem(db, problem);
    show({ pulling: false, problem, progress: null });
  };
  const loop = createPullLoop<Exchanged>({
    clock,
    pace: createPace(() => (isHere() ? practicePace : storePace), Math.random),
    pullOnce: async () => {
      const client = await clients.for(requireLink(db), token);
      const { linkKey } = context().link;
      show({ pulling: true, nextTryAt: null });
      return exchangeOnce({
        db,
        client,
        reader,
        turn,
        context,
        version,
        clock,
        settlingMs: isHere() ? practiceSettlingMs : storeSettlingMs,
        lookGapMs: isHere() ? practiceLookGapMs : storeLookGapMs,
        random: Math.random,
        refreshCatalog: () => catalog.refresh(client, linkKey),
        onProgress: (progress) => show({ progress }),
        onStored: (counts, alarms) => post({ type: 'stored', counts, alarms }),
        onPushed: () => post({ type: 'pushed' }),
        onTold: () => post({ type: 'told' }),
      });
    },
    isLively: ({ orders, outbox }) => orders.imported + orders.updated + outbox.sent + outbox.pending > 0,
    askedToWait: ({ problem }) => waitAskedBy(problem),
    onSuccess: ({ problem }) => {
      if (problem === null) {
        forgetProblem(db);
        show({ pulling: false, problem: null, progress: null });
      } else tellProblem(problem, stockProblem(problemOf(problem)));
      if (!automatic) return;
      proofs.pulled();
      history.pulled();
      privacy.pulled();
    },
    onProblem: (error) => tellProblem(error, problemOf(error)),
    onResting: (nextTryAt) => show({ nextTryAt }),
  });

  const recount = (look: 'quickly' | 'thoroughly') => {
    if (putCountsRight(db, look)) post({ type: 'recounted' });
  };

  const rehearsed = createImportMemory(db);
  const proofs = createProofKeeper({
    db,
    clock,
    signal: ending.signal,
    client: () => clients.for(requireLink(db), token),
    context: () => importContext(db, { identity: systemIdentity, memory: rehearsed, now: clock() }),
    pull: loop.now,
    work: works.run,
    onStored: (counts, alarms) => post({ type: 'stored', counts, alarms }),
    onProved: () => {
      retryParked(db);
      recount('thoroughly');
      post({ type: 'proved' });
    },
  });

  const privacy = createPrivacyKeeper({
    ...{ db, clock, identity: systemIdentity, signal: ending.signal, work: works.run },
    isDeskBusy: turn.wasWantedLately,
    onRemoved: () => post({ type: 'removed' }),
  });

  const history = createHistoryKeeper({
    db,
    databaseFile,
    version,
    identity: systemIdentity,
    memory,
    clock,
    signal: ending.signal,
    client: () => clients.for(requireLink(db), token),
    context,
    // What is years old has not just arrived.
    onStored: (counts, alarms) =>
      post({ type: 'stored', counts: { ...counts, imported: 0, updated: counts.imported + counts.updated }, alarms }),
    onWork: (work) => post({ type: 'history', work }),
  });

  const withClient = async <T>({ apiBase, token: probed }: StoreAccess, work: (client: Client) => Promise<T>) => {
    const client = open(apiBase, probed);
    try {
      return await work(client);
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
    exchange: async () => {
      const { orders, outbox } = await loop.now();
      return { orders, outbox };
    },
    probe: (access) =>
      withClient(access, async (client) => ({
        info: await getStoreInfo(client),
        baseline: await readBaseline(client),
        channels: await listChannels(client),
      })),
    locations: async () => listLocations(await clients.for(requireLink(db), token)),
    survey: (access) =>
      works.run('store_check', (own) =>
        withClient(access, (client) =>
          surveyStore(client, access.since, (done) => {
            own.show({ doing: 'asking', done, total: SURVEY_QUESTIONS, counts: 'answers' });
            own.goOn();
          }),
        ),
      ),
    proof: async (since) => {
      await proofs.run(since);
      return null;
    },
    repair: async (differenceId) => {
      const gone = await proofs.repair(differenceId);
      recount('quickly');
      return gone;
    },
    history: async () => {
      await history.goOn();
      return null;
    },
    pauseHistory: async () => {
      await history.pause();
      return null;
    },
    removePersons: privacy.run,
    openingFigures: () =>
      works.run('opening_figures', (own) =>
        readOpeningFigures({
          ...{ db, clock, own, place: context, exchange: loop.now },
          client: () => clients.for(requireLink(db), token),
          catalogueSize: catalog.size,
        }),
      ),
  };
  const reply = <N extends QuestionName>(ask: Ask<N>) => answer(ask.id, answers[ask.name](ask.with));

  const stop = async () => {
    ending.abort();
    await history.stop();
    await privacy.stop();
    await proofs.stop();
    await loop.stop();
    await clients.close();
    db.close();
    port.close();
  };

  // At every start, here where no screen waits for it (N2).
  const figures = putLedgerRight(db, clock()).length;
  if (figures > 0) post({ type: 'put_right', figures });
  recount('quickly');

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
      case 'sleep':
        loop.sleep();
        break;
      case 'wake_up':
        loop.wakeUp();
        break;
      case 'stop_work':
        works.stop(message.work);
        break;
      case 'stop':
        void stop();
        break;
    }
  });
};

if (parentPort) run(parentPort, workerData as SyncWorkerData);
