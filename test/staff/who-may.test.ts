import { describe, expect, test } from 'vitest';
import { contract, type ProcedureName } from '../../src/contract/contract.ts';
import { newSession, type Session } from '../../src/main/app.ts';
import { openLinkedTill, openStore, type Till } from '../support/linked-till.ts';

const names = Object.keys(contract) as ProcedureName[];
const isManagers = (name: ProcedureName): boolean => contract[name].allowed !== 'anyone';
const refused = { ok: false, fault: { code: 'manager_needed' } };

/** What R6 names, by how it is called here; and who there is. */
const ofManagers = [
  /^link\.(connect|bind|unlink)$/,
  /^history\.(unlock|import|undo)$/,
  /^outbox\.discard$/,
  /^stock\.(importOpening|seed)$/,
  /^staff\.(add|changePin|remove|setIdleMinutes)$/,
];

const signedIn = async (till: Till, name: string, pin: string): Promise<Session> => {
  const session = newSession();
  expect(await till.app.dispatch('staff.signIn', { name, pin }, session)).toMatchObject({ ok: true });
  return session;
};

describe('what only a manager may do (R6)', () => {
  test('is all that R6 names', () => {
    for (const name of names.filter((each) => ofManagers.some((pattern) => pattern.test(each)))) {
      expect(isManagers(name), name).toBe(true);
    }
    expect(names.filter(isManagers).length).toBeGreaterThan(7);
  });

  test('is refused to nobody and to staff, in the main process, and to no manager, once there is a PIN', async () => {
    const till = await openLinkedTill(await openStore());
    await till.call('staff.setManagerPin', { pin: '1234' });
    await till.call('staff.add', { name: 'Bob', role: 'staff', pin: '5678' });
    const [manager, bob] = [await signedIn(till, 'Manager', '1234'), await signedIn(till, 'Bob', '5678')];
    for (const name of names.filter(isManagers)) {
      expect(await till.app.dispatch(name, {}, newSession()), name).toMatchObject(refused);
      expect(await till.app.dispatch(name, {}, bob), name).toMatchObject(refused);
      // What is no input of any of them: the manager gets past the gate, and nothing is done.
      expect(await till.app.dispatch(name, 7, manager), name).toMatchObject({ fault: { code: 'invalid_input' } });
    }
  });

  test('asks, on a folder without a PIN, for a PIN to be set first; only linking is open to whoever sets it up', async () => {
    const till = await openLinkedTill(await openStore());
    for (const name of names.filter((each) => contract[each].allowed === 'manager')) {
      const reply = await till.reply(name, {});
      expect(reply, name).toMatchObject(refused);
      expect(reply.ok ? '' : reply.fault.message).toMatch(/no manager PIN is set yet/);
    }
    const { outletId, registerId } = till;
    expect(await till.reply('link.bind', { outletId, registerId })).toMatchObject({ ok: true });
  });
});
