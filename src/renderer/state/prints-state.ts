import type { PrintJobView } from '../../contract/prints.ts';
import type { AppClient } from './bridge.ts';
import type { Live } from './live.ts';
import type { createNotices } from './notices.ts';
import { printPage } from './page-printer.ts';
import { createPagedList, pageInput } from './paged-list.ts';
import { createPickRound } from './pick-round.ts';
import { createPrinting } from './printing.ts';

interface Deps {
  readonly call: AppClient;
  readonly live: Live;
  readonly notices: ReturnType<typeof createNotices>;
}

/** Paper: printing it, rounds through many orders, and the journal of it. */
export const createPrintsState = ({ call, live, notices }: Deps) => {
  const printing = createPrinting({ call, live, notices, printPage });
  const journal = createPagedList<{ readonly orderId: string }, PrintJobView>(
    ({ orderId }, cursor, limit) =>
      call('prints.journal', { ...(orderId === '' ? {} : { orderId }), ...pageInput(cursor, limit) }),
    ({ jobId }) => jobId,
    { orderId: '' },
  );
  return { printing, journal, round: createPickRound(call, printing, notices) };
};
