import { z } from 'zod';
import type { Reply } from '../../src/contract/procedure.ts';
import { type Call, linkToStore, mustCall, startStore } from './linked-folder.ts';
import { startElectronOnStandIn } from './started-electron.ts';
import { startTillbridge } from './started-program.ts';
import { makeFolder } from './temporary-folder.ts';

/** A host that runs as a process of its own, reached as its users reach it, with practice orders arriving. */
export interface Caller {
  readonly call: Call;
  /** Ends the host; answers its exit code. */
  readonly stop: () => Promise<number | null>;
}

const reply: z.ZodType<Reply> = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), data: z.unknown() }),
  z.object({
    ok: z.literal(false),
    fault: z.object({ code: z.custom<never>(), message: z.string(), field: z.string().optional() }),
  }),
]);

const orders = 8;

/** The command line by `call -`, its folder linked to a store by calls alone. */
export const linkedCommandLine = async (folder: string, store: Parameters<typeof linkToStore>[1]): Promise<Caller> => {
  const program = startTillbridge(folder, ['call', '-']);
  let asked = 0;
  const call: Call = async (name, input) => {
    const answerNumber = asked;
    asked += 1;
    program.write(JSON.stringify({ call: name, input }));
    return reply.parse(JSON.parse(await program.line((_line, index) => index === answerNumber)));
  };
  await linkToStore(call, store);
  return { call, stop: program.ended };
};

/** The same, linked to a practice store with orders. */
export const openCommandLine = async (): Promise<Caller> => {
  const folder = makeFolder();
  const store = await startStore();
  const { call, stop } = await linkedCommandLine(folder.path, store);
  await store.open({ orders });
  await mustCall(call, 'sync.now', {}, z.unknown());
  return {
    call,
    stop: async () => {
      const code = await stop();
      await store.stop();
      folder.remove();
      return code;
    },
  };
};

/** Trades the launch code in a printed line for what each request of that window carries. */
export const signInBy = async (
  printed: string,
): Promise<{ readonly origin: string; readonly authorization: string }> => {
  const address = new URL(printed.slice(printed.indexOf('http://')));
  const body = JSON.stringify({ code: address.hash.replace('#code=', '') });
  const traded = await fetch(`${address.origin}/api/session`, { method: 'POST', body });
  const { data } = z.object({ data: z.object({ secret: z.string() }) }).parse(await traded.json());
  return { origin: address.origin, authorization: `Bearer ${data.secret}` };
};

/** The browser host by HTTP, on its practice store. */
export const openBrowser = async (): Promise<Caller> => {
  const folder = makeFolder();
  const program = startTillbridge(folder.path, ['--no-open', '--port', '0', '--orders', String(orders), '--seed', '1']);
  const { origin, authorization } = await signInBy(await program.line((line) => line.includes('#code=')));
  return {
    call: async (name, input) => {
      const body = JSON.stringify(input);
      const answer = await fetch(`${origin}/api/call/${name}`, { method: 'POST', body, headers: { authorization } });
      return reply.parse(await answer.json());
    },
    stop: async () => {
      const code = await program.stop();
      folder.remove();
      return code;
    },
  };
};

/** The built Electron host on the stand-in, by what its preload gives the page. */
export const openElectron = async (): Promise<Caller> => {
  const folder = makeFolder();
  const { page, stop } = await startElectronOnStandIn([`--data=${folder.path}`, `--orders=${orders}`, '--seed=1']);
  return {
    call: async (name, input) => {
      const inPage = `tillbridge.call(${JSON.stringify(name)}, ${JSON.stringify(input)})`;
      return reply.parse(await page.evaluate(inPage));
    },
    stop: async () => {
      const code = await stop();
      folder.remove();
      return code;
    },
  };
};
