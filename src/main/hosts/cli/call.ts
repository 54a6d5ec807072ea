import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Reply } from '../../../contract/procedure.ts';
import type { App, Session } from '../../app.ts';
import { ask } from '../ask.ts';
import { refused } from '../refusals.ts';
import { print } from './output.ts';
import { untilStopped } from './until-stopped.ts';
import { type Caller, withApp } from './with-app.ts';

const callLine = z.object({ call: z.string(), input: z.unknown().optional() });

const parseJson = (text: string): { readonly value: unknown } | null => {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
};

/**
 * Ctrl C stops the long work that runs, whose answer then says what was done and what was not. Where there is none it ends the
 * process, as anywhere; so does a second one. What is `answered` already is only closed.
 */
const stopOnRequest = (app: App, session: Session, isAnswered: () => boolean): void => {
  process.once('SIGINT', async (signal) => {
    if (isAnswered()) return;
    const { rows } = await ask(app, session, 'work.running', {});
    for (const { work } of rows) await ask(app, session, 'work.stop', { work });
    if (rows.length === 0 && !isAnswered()) process.kill(process.pid, signal);
  });
};

/** `call <noun.verb> ['<json>']`: the reply as one line; 0 when it went well, 1 when it was refused. */
export const callOne = (caller: Caller, name: string, json = '{}'): Promise<number> =>
  withApp(caller, async (app, session) => {
    const input = parseJson(json);
    let reply: Reply | null = null;
    stopOnRequest(app, session, () => reply !== null);
    reply =
      input === null
        ? refused('invalid_input', 'The input is not JSON. Put it in single quotes.')
        : await app.dispatch(name, input.value, session);
    await print(JSON.stringify(reply));
    return reply.ok ? 0 : 1;
  });

const answerLine = async (app: App, session: Session, line: string): Promise<Reply> => {
  const call = callLine.safeParse(parseJson(line)?.value);
  if (call.success) return app.dispatch(call.data.call, call.data.input ?? {}, session);
  return refused('invalid_input', 'A line has to be {"call":"noun.verb","input":{…}}, in JSON.');
};

/** `call -`: a reply line for each line of standard input, in order, in one session; blank lines are passed over. */
export const callMany = (caller: Caller): Promise<number> =>
  withApp(caller, async (app, session) => {
    const lines = createInterface({ input: process.stdin });
    void untilStopped().then(() => lines.close());
    for await (const line of lines) {
      if (line.trim() !== '') await print(JSON.stringify(await answerLine(app, session, line)));
    }
    return 0;
  });
