import { setImmediate as letOthersRun } from 'node:timers/promises';
import { createApp, newSession } from '../../src/main/app.ts';
import { secretFile } from '../../src/main/hosts/secret-file.ts';
import { builtParts } from '../support/built-parts.ts';

/** A program for tests to kill: pulls on a data folder while its desk writes again and again, and says what it did. */
const folder = process.argv[2] ?? '';
const app = await createApp({
  dataFolder: folder,
  host: 'cli',
  practice: false,
  version: '0.0.0',
  secrets: secretFile(`${folder}/secrets.json`),
  syncWorker: builtParts.syncWorker,
});
const session = newSession();
const ask = async (name: string, input: unknown): Promise<unknown> => {
  const answer = await app.dispatch(name, input, session);
  if (!answer.ok) throw new Error(`${name} was refused: ${answer.fault.message}`);
  return answer.data;
};
const say = (line: string): void => void process.stdout.write(`${line}\n`);
app.onEvent((event) => {
  if (event.type === 'records' && event.nouns.includes('sales')) say('stored');
});
let isDone = false;
const pulled = ask('sync.now', {}).finally(() => {
  isDone = true;
});
const { rows } = (await ask('outlets.list', {})) as { rows: { outletId: string }[] };
for (let number = 1; !isDone; number++) {
  await ask('registers.create', { outletId: rows[0]?.outletId, name: `Till ${process.pid} ${number}` });
  say('written');
  await letOthersRun();
}
await pulled;
await app.stop();
say('done');
