import { open, rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';
import { Refusal } from '../../../contract/fault.ts';
import { saleFilter } from '../../../contract/sales.ts';
import type { App, Session } from '../../app.ts';
import { ask } from '../ask.ts';
import { print, tell, write } from './output.ts';
import { untilStopped } from './until-stopped.ts';
import { type Caller, withApp } from './with-app.ts';

interface ExportOptions {
  /** As `sales.list` reads it, in JSON. */
  readonly filter: string;
  /** Where the file is written; null: standard output. */
  readonly out: string | null;
}

type Write = (csv: string) => Promise<void>;

/**
 * `export-sales`: the sales of a filter as CSV, written page by page. A file is there once it is whole, under its name; one
 * that was broken off is taken away. 0 when it was written.
 */
export const exportSales = (caller: Caller, { filter, out }: ExportOptions): Promise<number> =>
  withApp(caller, async (app, session) => {
    const asked = filterOf(filter);
    if (out === null) await everyPage(app, session, asked, write);
    else await print(JSON.stringify({ ok: true, data: await intoFile(resolve(out), app, session, asked) }));
    return 0;
  });

const filterOf = (json: string): z.input<typeof saleFilter> => {
  try {
    return z.strictObject(saleFilter.shape).parse(JSON.parse(json));
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : 'It is not JSON.';
    throw new Refusal('invalid_input', { message: `That is no filter of sales.list. ${why}`, field: 'filter' });
  }
};

const intoFile = async (path: string, app: App, session: Session, filter: z.input<typeof saleFilter>) => {
  const draft = `${path}.${process.pid}.new`;
  let isStopped = false;
  void untilStopped().then(() => {
    isStopped = true;
  });
  const file = await open(draft, 'w', 0o600);
  try {
    const sales = await everyPage(app, session, filter, async (csv) => {
      if (isStopped) throw new Refusal('stopped', { message: 'The export was stopped. There is no file of it.' });
      await file.write(csv);
    });
    await file.sync();
    await rename(draft, path);
    return { file: path, sales };
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  } finally {
    await file.close();
  }
};

const everyPage = async (
  app: App,
  session: Session,
  filter: z.input<typeof saleFilter>,
  writePage: Write,
): Promise<number> => {
  const { count: all, complete } = await ask(app, session, 'sales.summary', filter);
  let done = 0;
  let cursor: string | null = null;
  do {
    const input: { cursor?: string } = cursor === null ? {} : { cursor };
    const page: { csv: string; count: number; nextCursor: string | null } = await ask(app, session, 'sales.export', {
      ...filter,
      ...input,
    });
    await writePage(page.csv);
    done += page.count;
    cursor = page.nextCursor;
    if (cursor !== null && done % TOLD_EVERY === 0) tell(complete ? `${done} of ${all} sales` : `${done} sales`);
  } while (cursor !== null);
  return done;
};

const TOLD_EVERY = 10_000;
