import { expect, onTestFinished, test } from 'vitest';
import { startStore } from '../support/linked-folder.ts';
import { startTillbridge } from '../support/started-program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('a store is linked from the shell as the README says: the PIN first, and with it each later run (R6)', async () => {
  const folder = temporaryFolder();
  const store = await startStore();
  onTestFinished(store.stop);
  const manager = ['--as', 'Manager', '--pin', '2468'];
  const call = async (name: string, input: object, signIn: readonly string[] = []) => {
    const program = startTillbridge(folder, ['call', name, JSON.stringify(input), ...signIn]);
    await program.ended();
    return JSON.parse(program.lines[0] ?? '');
  };
  const setUp = startTillbridge(folder, ['call', '-']);
  setUp.write('{"call":"staff.setManagerPin","input":{"pin":"2468"}}');
  setUp.write('{"call":"outlets.create","input":{"name":"Main Street","timeZone":"Europe/Dublin","currency":"EUR"}}');
  expect(await setUp.ended()).toBe(0);
  const { outletId } = JSON.parse(setUp.lines[1] ?? '').data;
  const { data: register } = await call('registers.create', { outletId, name: 'Till 1' }, manager);
  const { storeHash, token, baseUrl } = store;
  const link = { storeHash, token, plan: 'Standard', apiBase: baseUrl };
  const managerNeeded = { ok: false, fault: { code: 'manager_needed' } };
  expect(await call('link.connect', link)).toMatchObject(managerNeeded);
  expect(await call('link.connect', link, manager)).toMatchObject({ ok: true });
  expect(await call('link.bind', { outletId, ...register })).toMatchObject(managerNeeded);
  expect(await call('link.bind', { outletId, ...register }, manager)).toMatchObject({ ok: true });
  const { data: told } = await call('audit.list', {});
  expect(told.rows.map(({ who, what }: { who: string | null; what: string }) => [what, who])).toEqual([
    ['link.bind', 'Manager'],
    ['link.connect', 'Manager'],
    ['staff.setManagerPin', null],
  ]);
});
