import type { AppEvent } from '../../../contract/event.ts';
import type { App, SecretStore } from '../../app.ts';
import type { Log } from './log.ts';

/** What support asks about first, when it changed; null when it is the same as before. */
const standing = (event: Extract<AppEvent, { type: 'sync' }>): string =>
  JSON.stringify([event.status.state === 'pulling' ? 'idle' : event.status.state, event.status.problem?.code ?? null]);

/** Writes down what the app tells: how the exchange stands whenever that changes, and alarms. Answers how to end. */
export const keepJournal = (app: Pick<App, 'onEvent'>, log: Log): (() => void) => {
  let before = '';
  return app.onEvent((event) => {
    if (event.type === 'alarm') log.info('stock.alarm', { products: event.products.length });
    if (event.type !== 'sync' || standing(event) === before) return;
    before = standing(event);
    const { state, problem, outbox, held } = event.status;
    const tell = problem === null ? log.info : log.warning;
    tell('sync.state', { state, problem: problem?.code ?? null, said: problem?.message, outbox, held });
  });
};

/** The same secrets; each that passes is removed from every line of the log from then on. */
export const unloggedSecrets = (secrets: SecretStore, log: Log): SecretStore => ({
  read: (key) => {
    const secret = secrets.read(key);
    if (secret !== null) log.keepSecret(secret);
    return secret;
  },
  write: (key, secret) => {
    log.keepSecret(secret);
    secrets.write(key, secret);
  },
  remove: secrets.remove,
});
