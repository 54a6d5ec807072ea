import type { Fault } from '../../src/practice-store/practice-store.ts';
import type { Around } from './direct-till.ts';
import type { Meanwhile, Trouble } from './story.ts';
import type { World } from './world.ts';

const paths: Readonly<Record<Trouble['at'], NonNullable<Fault['match']>>> = {
  'a level is set': { method: 'PUT', path: /^\/v3\/inventory\// },
  'levels are read': { method: 'GET', path: /^\/v3\/inventory\// },
  'orders are read': { method: 'GET', path: /^\/v2\/orders/ },
};

const faults: Readonly<Record<Trouble['kind'], Fault>> = {
  'answer lost': { kind: 'lost_answer' },
  'reset before': { kind: 'reset', when: 'before' },
  'reset after': { kind: 'reset', when: 'after-effect' },
  'body breaks off': { kind: 'truncated' },
  'web page': { kind: 'html' },
  throttled: { kind: 'throttled', headers: true, resetMs: 1 },
  overloaded: { kind: 'throttled', headers: false },
  '503': { kind: 'answer', status: 503 },
  '422': { kind: 'answer', status: 422, body: { status: 422, title: 'Not this one.', type: '', errors: {} } },
  '403': { kind: 'answer', status: 403 },
  '401': { kind: 'answer', status: 401 },
};

/** An exchange, with what goes wrong in it and what happens meanwhile. */
export const exchangeAmid = async (
  world: World,
  trouble: readonly Trouble[],
  meanwhile: readonly Meanwhile[],
): Promise<void> => {
  const { store, till, perform } = world;
  store.script(trouble.map(({ at, kind }): Fault => ({ ...faults[kind], match: paths[at] })));
  let crash: () => void = () => undefined;
  const crashed = new Promise<'crashed'>((resolve) => {
    crash = () => resolve('crashed');
  });
  let requests = 0;
  const happen = (when: Meanwhile['when']) => async (): Promise<void> => {
    if (when === 'before') requests += 1;
    for (const { request, when: then, deed } of meanwhile) {
      if (request !== requests - 1 || then !== when || deed.do === 'restart') continue;
      if (deed.do !== 'crash') {
        perform(deed);
        continue;
      }
      crash();
      // Nothing of the dead till ever goes on.
      await new Promise(() => undefined);
    }
  };
  const around: Around = { before: happen('before'), after: happen('after') };
  if ((await Promise.race([till.exchange(around), crashed])) === 'crashed') till.crash();
  store.clearScript();
};
