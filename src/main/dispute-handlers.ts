import type { Contract } from '../contract/contract.ts';
import type { Handlers } from '../contract/procedure.ts';
import type { Session } from './app.ts';
import { exportDispute } from './commands/export-dispute.ts';
import { type Desk, workDesk } from './desk.ts';
import { disputePage } from './print/html/dispute-page.ts';
import { getSale } from './queries/sale-detail.ts';

type Answered = 'disputes.export';

/** Wiring only. */
export const disputeHandlers = (desk: Desk): Pick<Handlers<Contract, Session>, Answered> => ({
  'disputes.export': ({ saleId }, session) => {
    const { version, practice } = desk.options;
    const { timeline } = getSale(desk.reader, { saleId });
    const { file, receiptNumber } = exportDispute(workDesk(desk, session), { saleId, version, practice, timeline });
    return {
      fileName: `dispute-${receiptNumber}.html`,
      html: disputePage(file),
      entries: file.entries.length,
    };
  },
});
