import { expect, test } from 'vitest';
import { type Contract, contract } from '../../src/contract/contract.ts';
import type { Handlers } from '../../src/contract/procedure.ts';
import { newSession, type Session } from '../../src/main/app.ts';
import { createDispatch } from '../../src/main/dispatch.ts';

/** The door with one room behind it, in which `customers.list` answers what it is told to. */
const openDoor = () => {
  let answer: unknown = null;
  const asked: unknown[] = [];
  const defects: unknown[] = [];
  const room = (input: unknown) => {
    asked.push(input);
    return answer;
  };
  const handlers = Object.fromEntries(Object.keys(contract).map((name) => [name, room])) as unknown;
  const dispatch = createDispatch(
    handlers as Handlers<Contract, Session>,
    { admit: () => undefined },
    (_name, defect) => void defects.push(defect),
  );
  return {
    asked,
    defects,
    ask: (input: unknown, answerWith: unknown) => {
      answer = answerWith;
      return dispatch('customers.list', input, newSession());
    },
  };
};

const ann = { customerId: 'customer-1', name: 'Ann', email: 'ann@example.com', createdFrom: 'online_order' };

test('what the contract does not say leaves in no answer: it stays behind, or the answer is a defect (R84)', async () => {
  const door = openDoor();
  const rows = [{ ...ann, customerKey: 7 }];
  for (let time = 0; time < 2; time++) {
    expect(await door.ask({}, { rows, nextCursor: null, secret: 'x' })).toEqual({
      ok: true,
      data: { rows: [ann], nextCursor: null },
    });
  }
  expect(rows).toEqual([{ ...ann, customerKey: 7 }]);
  expect(door.defects).toEqual([]);

  const wrong = [{ ...ann, email: 12 }, { ...ann, createdFrom: 'a guess' }, { name: 'Ann' }];
  for (const row of wrong) {
    const reply = await door.ask({}, { rows: [ann, row], nextCursor: null });
    expect(reply).toMatchObject({ ok: false, fault: { code: 'internal' } });
    expect(JSON.stringify(reply)).not.toContain('Ann');
  }
  expect(door.defects).toHaveLength(wrong.length);
});

test('a wrong input is refused with its field, before anything runs; what is left out is filled in (R84)', async () => {
  const door = openDoor();
  const page = { rows: [], nextCursor: null };
  for (const limit of [0, 251, 1.5, '50']) {
    expect(await door.ask({ limit }, page)).toMatchObject({
      ok: false,
      fault: { code: 'invalid_input', field: 'limit' },
    });
  }
  expect(door.asked).toEqual([]);
  expect(await door.ask({ more: 1 }, page)).toMatchObject({ ok: true });
  expect(door.asked).toEqual([{ limit: 50 }]);
});
