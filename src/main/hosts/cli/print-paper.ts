import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ask } from '../ask.ts';
import { print } from './output.ts';
import { type Caller, withApp } from './with-app.ts';

interface PrintOptions {
  readonly fulfillmentId: string;
  readonly paper: 'prints.slip' | 'prints.pickList';
  /** Where the page is written; null: standard output. */
  readonly out: string | null;
  /** Also where the same is on paper already. */
  readonly again: boolean;
}

/**
 * `print <fulfillmentId>`: records a slip or a pick list and gives its page, to be printed by whatever called. 0 when it was
 * recorded; 1 and the reply line when it was refused, as what is on paper already is.
 */
export const printPaper = (caller: Caller, { fulfillmentId, paper, out, again }: PrintOptions): Promise<number> =>
  withApp(caller, async (app, session) => {
    const request = { fulfillmentId, requestId: randomUUID(), printer: null, confirmed: again };
    const { job, html } = await ask(app, session, paper, request);
    if (out === null) await print(html);
    else {
      await writeFile(resolve(out), html);
      await print(JSON.stringify({ ok: true, data: job }));
    }
    await ask(app, session, 'prints.done', { jobId: job.jobId, outcome: 'printed' });
    return 0;
  });
