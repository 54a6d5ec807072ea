import { describe, expect, test } from 'vitest';
import type { Fault } from '../../src/contract/fault.ts';
import type { Reply } from '../../src/contract/procedure.ts';
import type { AppClient } from '../../src/renderer/state/bridge.ts';
import { createManagerCommand } from '../../src/renderer/state/manager-command.ts';

const refused = (code: Fault['code']): Reply<never> => ({ ok: false, fault: { code, message: code } });

/** An app where Ada is a manager with the PIN 2468 and Bob is not. */
const shop = () => {
  let by: 'manager' | 'staff' | null = null;
  const call = async (_name: string, { name, pin }: { name: string; pin: string }) => {
    if (pin !== '2468') return refused('wrong_pin');
    by = name === 'Ada' ? 'manager' : 'staff';
    return { ok: true, data: { name, role: by } };
  };
  const asked: string[] = [];
  const ask = async (): Promise<Reply<string>> => {
    asked.push(by ?? 'nobody');
    return by === 'manager' ? { ok: true, data: 'done' } : refused('manager_needed');
  };
  return { command: createManagerCommand(call as AppClient), ask, asked };
};

describe('what only a manager may do (R6)', () => {
  test('waits for one to sign in, past a wrong PIN and somebody who is none, and then goes on by itself', async () => {
    const { command, ask, asked } = shop();
    const done: string[] = [];
    await command.run(ask, (answer) => done.push(answer));
    expect(command.store.getState()).toEqual({ state: 'needs_manager', problem: null });
    await command.signIn('Ada', '1111');
    expect(command.store.getState()).toEqual({ state: 'needs_manager', problem: 'wrong_pin' });
    await command.signIn('Bob', '2468');
    expect(command.store.getState().problem).toMatch(/^Bob is no manager/);
    await command.signIn('Ada', '2468');
    expect(command.store.getState()).toEqual({ state: 'idle', problem: null });
    expect({ asked, done }).toEqual({ asked: ['nobody', 'manager'], done: ['done'] });
  });

  test('is let go of when staff think better of it, also while the PIN is being checked', async () => {
    const { command, ask, asked } = shop();
    const done: string[] = [];
    await command.run(ask, (answer) => done.push(answer));
    const checking = command.signIn('Ada', '1111');
    command.forget();
    await checking;
    expect({ asked, done }).toEqual({ asked: ['nobody'], done: [] });
    expect(command.store.getState()).toEqual({ state: 'idle', problem: null });
  });

  test('says why, when it is refused for another reason', async () => {
    const { command } = shop();
    await command.run(
      async () => refused('store_unreachable'),
      () => expect.fail('it was refused'),
    );
    expect(command.store.getState()).toEqual({ state: 'idle', problem: 'store_unreachable', wasStopped: false });
  });

  test('after one that was stopped, a wrong PIN is told as what went wrong', async () => {
    const { command, ask } = shop();
    await command.run(
      async () => refused('stopped'),
      () => expect.fail('it was stopped'),
    );
    expect(command.store.getState()).toEqual({ state: 'idle', problem: 'stopped', wasStopped: true });
    await command.run(ask, () => undefined);
    await command.signIn('Ada', '1111');
    expect(command.store.getState()).toEqual({ state: 'needs_manager', problem: 'wrong_pin' });
  });
});
