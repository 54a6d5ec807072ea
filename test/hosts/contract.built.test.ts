import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Contract, contract, type ProcedureName } from '../../src/contract/contract.ts';
import type { FaultCode } from '../../src/contract/fault.ts';
import type { InputOf, OutputOf } from '../../src/contract/procedure.ts';
import { type Caller, openBrowser, openCommandLine, openElectron } from '../support/callers.ts';
import { whyNoChromium } from '../support/chromium.ts';

interface Known {
  readonly saleId: string;
  readonly fulfillmentId: string;
  readonly outletId: string;
  readonly registerId: string;
}

/** One fitting input for each procedure: a procedure that is added to the contract has to be added here to compile. */
const inputs = (known: Known): { readonly [N in ProcedureName]: InputOf<Contract[N]> } => ({
  'app.about': {},
  'staff.setManagerPin': { pin: '1234' },
  'staff.signIn': { name: 'Manager', pin: '1234' },
  'outlets.create': { name: 'Second shop', timeZone: 'Europe/Dublin', currency: 'EUR' },
  'outlets.list': {},
  'registers.create': { outletId: known.outletId, name: 'Second till' },
  'link.connect': { storeHash: 'other', token: 'token', plan: 'Pro' },
  'link.bind': { outletId: known.outletId, registerId: known.registerId },
  'link.get': {},
  'sync.now': {},
  'sync.status': {},
  'orders.why': { orderId: '999999' },
  'orders.held': {},
  'orderStatuses.list': {},
  'sales.list': { limit: 5 },
  'sales.summary': {},
  'sales.get': { saleId: known.saleId },
  'fulfillments.list': { limit: 5 },
  'fulfillments.counts': {},
  'fulfillments.get': { fulfillmentId: known.fulfillmentId },
  'products.list': {},
  'customers.list': {},
  'stock.list': {},
});

/** A till that is linked refuses to be linked again. */
const refusals: Partial<Record<ProcedureName, FaultCode>> = {
  'link.connect': 'already_linked',
};

const names = Object.keys(contract) as ProcedureName[];
const noChromium = await whyNoChromium();

describe.each([
  { host: 'the command line', open: openCommandLine, missing: false },
  { host: 'the browser host', open: openBrowser, missing: false },
  { host: `the Electron host${noChromium ? ` (${noChromium})` : ''}`, open: openElectron, missing: noChromium },
] as const)('the contract over $host', ({ open, missing }) => {
  let caller: Caller;
  let known: Known;

  const data = async <N extends ProcedureName>(
    name: N,
    input: InputOf<Contract[N]>,
  ): Promise<OutputOf<Contract[N]>> => {
    const reply = await caller.call(name, input);
    if (!reply.ok) throw new Error(`${name}: ${reply.fault.message}`);
    return contract[name].output.parse(reply.data) as OutputOf<Contract[N]>;
  };

  beforeAll(async () => {
    if (missing) return;
    caller = await open();
    await data('staff.signIn', { name: 'Manager', pin: '1234' });
    known = await vi.waitFor(
      async () => {
        const [sale] = (await data('sales.list', {})).rows;
        const [fulfillment] = (await data('fulfillments.list', { segment: 'all' })).rows;
        const [outlet] = (await data('outlets.list', {})).rows;
        const registerId = outlet?.registers[0]?.registerId;
        if (!sale || !fulfillment || !outlet || !registerId) throw new Error('No practice order has arrived yet.');
        return { ...sale, ...fulfillment, outletId: outlet.outletId, registerId };
      },
      { timeout: 30_000, interval: 100 },
    );
  });

  afterAll(async () => {
    if (!missing) expect(await caller.stop(), 'it ends by itself when asked to').toBe(0);
  });

  test.skipIf(missing).each(names)('%s answers as promised', async (name) => {
    const reply = await caller.call(name, inputs(known)[name]);
    const refusal = refusals[name];
    if (refusal !== undefined) return expect(reply).toMatchObject({ ok: false, fault: { code: refusal } });
    expect(reply).toMatchObject({ ok: true });
    if (reply.ok) contract[name].output.parse(reply.data);
  });

  test.skipIf(missing)('nothing else can be called', async () => {
    for (const name of ['no.such', 'constructor', '__proto__', '../session', '%20']) {
      expect((await caller.call(name, {})).ok, name).toBe(false);
    }
    expect(await caller.call('no.such', {})).toMatchObject({ ok: false, fault: { code: 'unknown_procedure' } });
  });

  test.skipIf(missing)('an input that does not fit is refused, with the field that is wrong', async () => {
    expect(await caller.call('sales.list', { limit: 0 })).toMatchObject({
      ok: false,
      fault: { code: 'invalid_input', field: 'limit' },
    });
    for (const input of [7, 'text', [1]]) {
      expect(await caller.call('sales.list', input)).toMatchObject({ ok: false, fault: { code: 'invalid_input' } });
    }
  });
});
