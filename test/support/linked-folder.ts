import { z } from 'zod';
import type { Reply } from '../../src/contract/procedure.ts';
import { type PracticeWorker, startPracticeWorker } from '../../src/main/hosts/practice/practice-worker.ts';
import { builtParts } from './built-parts.ts';

export type Call = (name: string, input: unknown) => Promise<Reply>;

/** A practice store in a thread of the test's own; no order is placed until it is opened. */
export const startStore = (): Promise<PracticeWorker> => startPracticeWorker(builtParts.practiceWorker, { seed: 1 });

/** A call that has to succeed; answers its data. */
export const mustCall = async <T>(call: Call, name: string, input: unknown, data: z.ZodType<T>): Promise<T> => {
  const answer = await call(name, input);
  if (!answer.ok) throw new Error(`${name}: ${answer.fault.message}`);
  return data.parse(answer.data);
};

/** Sets a new data folder up by calls alone: PIN 1234, an outlet, a register, the link and its binding. */
export const linkToStore = async (
  call: Call,
  { storeHash, token, baseUrl }: Pick<PracticeWorker, 'storeHash' | 'token' | 'baseUrl'> & Partial<PracticeWorker>,
): Promise<void> => {
  const any = z.unknown();
  const shop = { name: 'Shop', timeZone: 'America/New_York', currency: 'USD' };
  await mustCall(call, 'staff.setManagerPin', { pin: '1234' }, any);
  const outlet = await mustCall(call, 'outlets.create', shop, z.object({ outletId: z.string() }));
  const register = await mustCall(
    call,
    'registers.create',
    { ...outlet, name: 'Till' },
    z.object({ registerId: z.string() }),
  );
  await mustCall(call, 'link.connect', { storeHash, token, plan: 'Pro', apiBase: baseUrl }, any);
  await mustCall(call, 'link.bind', { ...outlet, ...register }, any);
};
