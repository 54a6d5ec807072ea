import { describe, expect, test } from 'vitest';
import { newSession } from '../../src/main/app.ts';
import { openTill, type Till } from '../support/linked-till.ts';

const MINUTE = 60_000;
const faultOf = (code: string, message = /./) => ({
  ok: false,
  fault: { code, message: expect.stringMatching(message) },
});

/** A till with a manager, Manager 1234, who is signed in, and Bob 5678 of the staff; its clock stands until it is moved. */
const openShop = async () => {
  let now = Date.parse('2026-03-02T09:00:00Z');
  const pass = (minutes: number) => {
    now += minutes * MINUTE;
  };
  const clock = { pass, now: () => now };
  const till = await openTill(undefined, undefined, undefined, clock.now);
  await till.call('staff.setManagerPin', { pin: '1234' });
  await till.call('staff.add', { name: 'Bob', role: 'staff', pin: '5678' });
  return { till, clock };
};

const another = (till: Till) => {
  const session = newSession();
  return (name: string, input: unknown) => till.app.dispatch(name, input, session);
};

describe('a sign-in', () => {
  test('is known to its own window only, and ends when its person signs out', async () => {
    const { till } = await openShop();
    const window = another(till);
    expect(await till.call('staff.current', {})).toMatchObject({ staff: { name: 'Manager', role: 'manager' } });
    expect(await window('staff.current', {})).toMatchObject({
      data: { staff: null, endsAt: null, managerPinSet: true },
    });
    await till.call('staff.signOut', {});
    expect((await till.call('staff.current', {})).staff).toBeNull();
    expect(await till.reply('staff.add', { name: 'Cy', role: 'staff', pin: '1111' })).toMatchObject(
      faultOf('manager_needed'),
    );
  });

  test('ends by itself after ten minutes without work; looking at a list is none', async () => {
    const { till, clock } = await openShop();
    clock.pass(9);
    await till.call('staff.stay', {});
    expect((await till.call('staff.current', {})).endsAt).toBe(new Date(clock.now() + 10 * MINUTE).toISOString());
    clock.pass(9);
    await till.call('sales.list', {});
    clock.pass(1);
    const late = await till.reply('staff.add', { name: 'Cy', role: 'staff', pin: '1111' });
    expect(late).toMatchObject(faultOf('manager_needed', /ended by itself, after 10 minutes/));
    expect((await till.call('staff.current', {})).staff).toBeNull();
  });

  test('ends after as many minutes as the shop says', async () => {
    const { till, clock } = await openShop();
    await till.call('staff.setIdleMinutes', { minutes: 2 });
    clock.pass(2);
    expect((await till.call('staff.current', {})).staff).toBeNull();
    expect((await till.call('staff.list', {})).idleMinutes).toBe(2);
  });

  test('ends when its PIN is changed, and when its person is taken off the list', async () => {
    const { till, clock } = await openShop();
    const [first, second] = [another(till), another(till)];
    await first('staff.signIn', { name: 'Bob', pin: '5678' });
    clock.pass(1);
    await till.call('staff.changePin', { name: 'bob', pin: '9999' });
    expect(await first('staff.current', {})).toMatchObject({ data: { staff: null } });
    await second('staff.signIn', { name: 'Bob', pin: '9999' });
    await till.call('staff.remove', { name: 'Bob' });
    expect(await second('staff.current', {})).toMatchObject({ data: { staff: null } });
  });
});

describe('staff', () => {
  test("are added, listed with managers first, and taken off; their name is nobody else's", async () => {
    const { till } = await openShop();
    expect((await till.call('staff.list', {})).rows).toEqual([
      { name: 'Manager', role: 'manager' },
      { name: 'Bob', role: 'staff' },
    ]);
    expect(await till.reply('staff.add', { name: ' BOB ', role: 'staff', pin: '1111' })).toMatchObject(
      faultOf('staff_name_taken'),
    );
    await till.call('staff.remove', { name: 'Bob' });
    expect(await till.reply('staff.signIn', { name: 'Bob', pin: '5678' })).toMatchObject(faultOf('wrong_pin'));
    expect(await till.reply('staff.remove', { name: 'Bob' })).toMatchObject(faultOf('not_found'));
  });

  test('never lose their last manager', async () => {
    const { till } = await openShop();
    expect(await till.reply('staff.remove', { name: 'Manager' })).toMatchObject(faultOf('last_manager'));
    await till.call('staff.add', { name: 'Ada', role: 'manager', pin: '2468' });
    await till.call('staff.remove', { name: 'Manager' });
    expect((await till.call('staff.current', {})).staff).toBeNull();
    expect((await till.call('staff.list', {})).rows).toEqual([
      { name: 'Ada', role: 'manager' },
      { name: 'Bob', role: 'staff' },
    ]);
  });

  test('change in the audit log, with who changed them, and no PIN (R6)', async () => {
    const { till } = await openShop();
    await till.call('staff.changePin', { name: 'Bob', pin: '975310864213' });
    await till.call('staff.setIdleMinutes', { minutes: 5 });
    await till.call('staff.remove', { name: 'Bob' });
    await till.reply('staff.signIn', { name: '975310864213', pin: '864213975310' });
    const { rows } = await till.call('audit.list', {});
    expect(rows.map(({ who, what, subject, before, after }) => [who, what, subject, before, after])).toEqual([
      [null, 'staff.wrongPin', 'a name nobody has', null, { 'wrong PINs in a row': 1 }],
      ['Manager', 'staff.remove', 'Bob', { role: 'staff' }, null],
      ['Manager', 'staff.setIdleMinutes', 'Sign-in', { minutes: 10 }, { minutes: 5 }],
      ['Manager', 'staff.changePin', 'Bob', null, null],
      ['Manager', 'staff.add', 'Bob', null, { role: 'staff' }],
      [null, 'staff.setManagerPin', 'Manager', { PIN: 'none' }, { PIN: 'set' }],
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/975310864213|864213975310/);
  });
});

describe('a wrong PIN (F6)', () => {
  const tried = async (till: Till, pin: string, name = 'Manager') => {
    const began = performance.now();
    const reply = await another(till)('staff.signIn', { name, pin });
    return { reply, ms: performance.now() - began };
  };

  test('makes the next answer slower, in any window and after a restart, and the refusal says how long', async () => {
    const { till, clock } = await openShop();
    for (const expected of [/./, /./, /takes 1 second/, /takes 2 seconds/]) {
      expect((await tried(till, '0000')).reply).toMatchObject(faultOf('wrong_pin', expected));
    }
    await till.app.stop();
    const later = await openTill(till.folder, undefined, undefined, clock.now);
    const right = await tried(later, '1234');
    expect(right.reply).toMatchObject({ ok: true });
    expect(right.ms).toBeGreaterThan(1990);
    const { rows } = await later.call('audit.list', { what: 'staff.wrongPin' });
    expect(rows.map(({ after }) => after)).toEqual([4, 3, 2, 1].map((count) => ({ 'wrong PINs in a row': count })));
  });

  test('is not forgiven by the right PIN of somebody else, and slows nobody else', async () => {
    const { till } = await openShop();
    for (const _ of [1, 2, 3]) await tried(till, '0000');
    expect((await tried(till, '0000', 'Bob')).reply).toMatchObject(faultOf('wrong_pin', /try again\.$/));
    expect((await tried(till, '5678', 'Bob')).reply).toMatchObject({ ok: true });
    expect((await tried(till, '0000')).reply).toMatchObject(faultOf('wrong_pin', /takes 2 seconds/));
  });

  test('cannot be tried many at a time: one is checked, the others are told to wait', async () => {
    const { till } = await openShop();
    const replies = await Promise.all(['0001', '0002', '0003', '1234'].map((pin) => tried(till, pin)));
    expect(replies.map(({ reply }) => (reply.ok ? 'in' : reply.fault.code))).toEqual([
      'wrong_pin',
      'pins_slowed',
      'pins_slowed',
      'pins_slowed',
    ]);
  });
});
