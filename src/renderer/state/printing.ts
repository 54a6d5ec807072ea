import { createStore } from 'zustand/vanilla';
import type { Fault } from '../../contract/fault.ts';
import type { PrintJobView, PrintRecorded } from '../../contract/prints.ts';
import type { Reply } from '../../contract/procedure.ts';
import { text } from '../text.ts';
import type { AppClient, Input } from './bridge.ts';
import type { Live } from './live.ts';
import type { createNotices } from './notices.ts';

/** What is to be printed, as the app is asked for it. The key is the same for the same paper. */
export interface PrintWish {
  readonly key: string;
  /** The fulfillment it belongs to; null for a round and for what is no order's. */
  readonly fulfillmentId: string | null;
  readonly ask: (request: { readonly requestId: string; readonly confirmed: boolean }) => Promise<Reply<PrintRecorded>>;
  /** Told when it was recorded, also where that took a question. */
  readonly onRecorded?: (job: PrintJobView) => void;
}

interface Printing {
  /** What is being recorded, by key. */
  readonly busy: ReadonlySet<string>;
  /** The paper that is out already, and what the app said of it: printed again only when somebody says so. */
  readonly question: { readonly wish: PrintWish; readonly sentence: string } | null;
  /** What the printers were given and did not print, or where nobody knows. */
  readonly troubles: readonly PrintJobView[];
}

interface Deps {
  readonly call: AppClient;
  readonly live: Live;
  readonly notices: ReturnType<typeof createNotices>;
  /** Opens the window's own print dialog. */
  readonly printPage: (html: string) => void;
}

const words = text.prints;

/**
 * From a wish to paper, each paper once:
 *
 *   wish ─▶ recorded ─▶ this window prints it, and tells that it did
 *     │         └─────▶ a printer prints it; how that went is said when it is known
 *     └─ printed already ─▶ a question, answered by staff
 *
 * A wish that is pressed twice is one wish; one whose answer was lost is asked again under the same request.
 */
export const createPrinting = ({ call, live, notices, printPage }: Deps) => {
  const store = createStore<Printing>(() => ({ busy: new Set(), question: null, troubles: [] }));
  const requests = new Map<string, string>();
  const dialogs = new Set<string>();
  const watched = new Set<string>();

  const setBusy = (key: string, isBusy: boolean): void =>
    store.setState(({ busy }) => ({
      busy: new Set([...busy].filter((each) => each !== key).concat(isBusy ? key : [])),
    }));

  const done = async (jobId: string, outcome: Input<'prints.done'>['outcome']): Promise<PrintJobView | null> => {
    const reply = await call('prints.done', { jobId, outcome });
    if (!reply.ok) notices.say(reply.fault.message);
    return reply.ok ? reply.data : null;
  };

  const didNotComeOut = async (job: PrintJobView): Promise<void> => {
    if (await done(job.jobId, 'failed')) notices.say(words.notOut(job.title));
  };

  /** Once for each job, however often its answer arrives. */
  const printHere = async (job: PrintJobView, html: string): Promise<void> => {
    if (dialogs.has(job.jobId)) return;
    dialogs.add(job.jobId);
    printPage(html);
    if (await done(job.jobId, 'printed')) notices.say(words.toDialog(job.title), () => void didNotComeOut(job));
  };

  const told = (job: PrintJobView): void => {
    watched.delete(job.jobId);
    const isPrinted = job.state === 'printed';
    if (!isPrinted) store.setState(({ troubles }) => ({ troubles: [...troubles, job] }));
    notices.say(isPrinted ? words.printed(job.title) : job.problem);
  };

  const look = async (jobId: string): Promise<void> => {
    const reply = await call('prints.job', { jobId });
    if (!reply.ok || reply.data.state === 'queued' || reply.data.state === 'sending') return;
    if (watched.has(jobId)) told(reply.data);
  };
  live.on(['prints'], () => {
    for (const jobId of watched) void look(jobId);
  });

  const recorded = async ({ job, html }: PrintRecorded): Promise<void> => {
    if (job.device === 'page') return printHere(job, html);
    notices.say(words.toPrinter(job.title, job.printerName));
    watched.add(job.jobId);
    await look(job.jobId);
  };

  const forgetTroubles = (fulfillmentId: string): void =>
    store.setState(({ troubles }) => ({
      troubles: troubles.filter(({ orders }) => !orders.some((order) => order.fulfillmentId === fulfillmentId)),
    }));

  const refuse = (wish: PrintWish, fault: Fault): void => {
    if (fault.code === 'already_printed') store.setState({ question: { wish, sentence: fault.message } });
    else notices.say(fault.message);
  };

  const print = async (wish: PrintWish, confirmed = false): Promise<void> => {
    if (store.getState().busy.has(wish.key)) return;
    setBusy(wish.key, true);
    store.setState({ question: null });
    const requestId = requests.get(wish.key) ?? crypto.randomUUID();
    requests.set(wish.key, requestId);
    const reply = await wish.ask({ requestId, confirmed });
    // After any other answer the next press is another wish; after a lost one it is this one again.
    if (reply.ok || reply.fault.code !== 'internal') requests.delete(wish.key);
    setBusy(wish.key, false);
    if (!reply.ok) return refuse(wish, reply.fault);
    if (wish.fulfillmentId !== null) forgetTroubles(wish.fulfillmentId);
    await recorded(reply.data);
    wish.onRecorded?.(reply.data.job);
  };

  return {
    store,
    print,
    /** Prints what is asked about although it is out already. */
    confirm: async (): Promise<void> => {
      const { question } = store.getState();
      if (question !== null) await print(question.wish, true);
    },
    leave: (): void => store.setState({ question: null }),
    forgetTroubles,
    slip: (fulfillmentId: string): PrintWish => ({
      key: `slip ${fulfillmentId}`,
      fulfillmentId,
      ask: (request) => call('prints.slip', { fulfillmentId, ...request }),
    }),
    pickList: (fulfillmentId: string): PrintWish => ({
      key: `pick_list ${fulfillmentId}`,
      fulfillmentId,
      ask: (request) => call('prints.pickList', { fulfillmentId, ...request }),
    }),
    scanCard: (): PrintWish => ({
      key: 'scan_card',
      fulfillmentId: null,
      ask: ({ requestId }) => call('prints.scanCard', { requestId }),
    }),
    reprint: ({ jobId, kind, orders }: PrintJobView): PrintWish => ({
      key: `reprint ${jobId}`,
      fulfillmentId: kind === 'pick_round' ? null : (orders[0]?.fulfillmentId ?? null),
      ask: ({ requestId }) => call('prints.reprint', { jobId, requestId }),
    }),
    /** Somebody has looked whether it came out. */
    tell: async (job: PrintJobView, outcome: Input<'prints.done'>['outcome']): Promise<void> => {
      if (await done(job.jobId, outcome))
        notices.say((outcome === 'printed' ? words.printed : words.notOut)(job.title));
    },
    test: async (printerId: string): Promise<Reply<PrintJobView>> => {
      const reply = await call('printers.test', { printerId, requestId: crypto.randomUUID() });
      if (!reply.ok) return reply;
      notices.say(words.printers.testing(reply.data.printerName));
      watched.add(reply.data.jobId);
      await look(reply.data.jobId);
      return reply;
    },
  };
};

export type PrintingState = ReturnType<typeof createPrinting>;
