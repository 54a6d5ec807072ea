import { Buffer } from 'node:buffer';
import type { Contract } from '../contract/contract.ts';
import { Refusal } from '../contract/fault.ts';
import type { Handlers } from '../contract/procedure.ts';
import type { Session } from './app.ts';
import { printAgain, printDone } from './commands/print-again.ts';
import { printPickList, printScanCard, printSlip } from './commands/print-order.ts';
import { printRound } from './commands/print-round.ts';
import { choosePrinter } from './commands/printer-choice.ts';
import { addPrinter, dropPrinter, printTestPage } from './commands/printers.ts';
import type { PrintDesk } from './commands/record-print.ts';
import { type Desk, workDesk } from './desk.ts';
import { htmlPage } from './print/html/page.ts';
import { sheetOfJob } from './print/printed-document.ts';
import { listFulfillments } from './queries/fulfillments.ts';
import { listPrinters, networkPrinterView } from './queries/printers.ts';
import { listPrints, printedBefore, printJob, printJobView, printsOf } from './queries/prints.ts';
import type { PrintJob } from './store/print-jobs.ts';

type PrintProcedure = Extract<keyof Contract, `prints.${string}` | `printers.${string}`>;

/** How many orders are looked at for a round; those that cannot be on it make room for others. */
const mostCandidates = 250;

/** The procedures of paper and printers, and what answers them: wiring only. */
export const printHandlers = (desk: Desk): Pick<Handlers<Contract, Session>, PrintProcedure> => {
  const { reader, writer, options, printing } = desk;
  const { documentPrinter, practice } = options;
  const printDesk = (session: Session): PrintDesk => ({
    ...workDesk(desk, session),
    hasSystemPrinters: documentPrinter !== undefined,
  });
  const pageOf = (job: PrintJob): Promise<string> => htmlPage(sheetOfJob(reader, job, practice));
  const told = (): void => desk.changed(['prints', 'fulfillments']);
  const recorded = async (job: PrintJob) => {
    printing.wake();
    told();
    return { job: printJobView(reader, job), html: await pageOf(job), printedBefore: printedBefore(reader, job) };
  };
  return {
    'prints.slip': (input, session) => recorded(printSlip(printDesk(session), input)),
    'prints.pickList': (input, session) => recorded(printPickList(printDesk(session), input)),
    'prints.pickRound': async ({ fulfillmentIds, filter, ...request }, session) => {
      const found = () => listFulfillments(reader, { ...filter, limit: mostCandidates }).rows;
      const { job, leftOut } = printRound(printDesk(session), {
        ...request,
        fulfillmentIds: fulfillmentIds ?? found().map(({ fulfillmentId }) => fulfillmentId),
        chosen: fulfillmentIds !== undefined,
      });
      return { ...(await recorded(job)), leftOut: [...leftOut] };
    },
    'prints.scanCard': (input, session) => recorded(printScanCard(printDesk(session), input)),
    'prints.reprint': (input, session) => recorded(printAgain(printDesk(session), input)),
    'prints.done': (input, session) => {
      const job = printDone(printDesk(session), input);
      told();
      return printJobView(reader, job);
    },
    'prints.journal': (input) => listPrints(reader, input),
    'prints.view': async ({ jobId }) => {
      const job = printJob(reader, jobId);
      return { job: printJobView(reader, job), html: await pageOf(job) };
    },
    'prints.job': ({ jobId }) => printJobView(reader, printJob(reader, jobId)),
    'prints.of': (input) => printsOf(reader, input),
    'printers.list': async () => listPrinters(reader, (await documentPrinter?.printers()) ?? null),
    'printers.add': (input, session) => {
      const printer = addPrinter(printDesk(session), input);
      desk.changed(['prints']);
      return networkPrinterView(printer);
    },
    'printers.remove': (input, session) => {
      dropPrinter(printDesk(session), input);
      desk.changed(['prints']);
      return {};
    },
    'printers.test': (input, session) => {
      const job = printTestPage(printDesk(session), input);
      printing.wake();
      told();
      return printJobView(reader, job);
    },
    'printers.choose': (input, session) => {
      choosePrinter(writer, input, printDesk(session).hasSystemPrinters);
      desk.changed(['prints']);
      return {};
    },
    'printers.pdf': async ({ jobId }) => {
      const job = printJob(reader, jobId);
      if (documentPrinter === undefined) throw new Refusal('no_pdf');
      const pdf = await documentPrinter.pdf(await pageOf(job));
      const { title } = printJobView(reader, job);
      return { fileName: `${title.replace(/[^\p{L}\p{N} -]/gu, '')}.pdf`, base64: Buffer.from(pdf).toString('base64') };
    },
  };
};
