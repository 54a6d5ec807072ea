import type { Fault } from '../../src/practice-store/practice-store.ts';
import type { Chance } from '../random.ts';

type Kind = (chance: Chance) => Fault;

const statuses = [400, 401, 403, 404, 409, 413, 422, 500, 502, 503, 504] as const;
const wrongValues: readonly unknown[] = [null, 'x', -1, {}, [], '1e999', '9'.repeat(400), true];
const fields = ['id', 'status_id', 'quantity', 'total_inc_tax', 'date_modified', 'quantity_shipped', 'data'] as const;

/** Everything that measures.md lists under F2 and a store on this machine can do quickly. */
const kinds: readonly Kind[] = [
  (chance) => ({ kind: 'answer', status: chance.of(statuses) ?? 500, body: [{ status: 0, message: 'Not now.' }] }),
  () => ({ kind: 'answer', status: 503, body: '<html><body>Maintenance</body></html>' }),
  () => ({ kind: 'html' }),
  () => ({ kind: 'empty' }),
  () => ({ kind: 'throttled', headers: true, resetMs: 5 }),
  () => ({ kind: 'throttled', headers: false }),
  () => ({ kind: 'truncated' }),
  (chance) => ({ kind: 'changed_field', field: chance.of(fields) ?? 'id', value: chance.of(wrongValues) }),
  () => ({ kind: 'reset', when: 'before' }),
  () => ({ kind: 'reset', when: 'mid-body' }),
  () => ({ kind: 'reset', when: 'after-effect' }),
  (chance) => ({ kind: 'lost_answer', status: chance.of([500, 502, 504] as const) ?? 502 }),
  () => ({ kind: 'refuse', forMs: 5 }),
  () => ({ kind: 'delay', delayMs: 2 }),
];

/** Writes are met as often as reads, although there are fewer of them. */
const matches: readonly NonNullable<Fault['match']>[] = [
  {},
  { method: 'GET', path: /^\/v2\/orders\b/ },
  { method: 'GET', path: /\/shipments/ },
  { method: 'POST', path: /\/shipments/ },
  { method: 'POST', path: /\/shipments/ },
  { method: 'PUT', path: /^\/v2\/orders\// },
  { method: 'PUT', path: /\/inventory\// },
];

export const someFault = (chance: Chance): Fault => ({
  ...(chance.of(kinds)?.(chance) ?? { kind: 'html' }),
  match: chance.of(matches) ?? {},
  times: chance.happens(0.8) ? 1 : 1 + chance.below(4),
});
