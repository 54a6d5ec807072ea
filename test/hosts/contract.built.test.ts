import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { developmentKey } from '../../scripts/support-code/development-key.ts';
import { signCode } from '../../scripts/support-code/sign-code.ts';
import { type Contract, contract, type ProcedureName } from '../../src/contract/contract.ts';
import type { FaultCode } from '../../src/contract/fault.ts';
import type { InputOf, OutputOf } from '../../src/contract/procedure.ts';
import type { ProductView } from '../../src/contract/products.ts';
import { type Caller, openBrowser, openCommandLine, openElectron } from '../support/callers.ts';
import { whyNoChromium } from '../support/chromium.ts';

interface Known {
  readonly saleId: string;
  readonly fulfillmentId: string;
  readonly receiptNumber: string;
  readonly outletId: string;
  readonly registerId: string;
  readonly otherOutletId: string;
  readonly productId: string;
  readonly bigcommerceProductId: string;
  readonly bigcommerceVariantId: string;
  readonly sku: string;
  /** What staff moved, and nobody took back. */
  readonly movementId: string;
}

/** One fitting input for each procedure: a procedure that is added to the contract has to be added here to compile. */
const inputs = (known: Known): { readonly [N in ProcedureName]: InputOf<Contract[N]> } => ({
  'app.about': {},
  'app.usePractice': { practice: true },
  'backup.status': {},
  'work.running': {},
  'work.stop': { work: 'copy' },
  'privacy.get': {},
  'training.status': {},
  'training.start': { scenario: 'paid-at-last' },
  'training.stop': {},
  'privacy.setMonths': { months: 36 },
  'privacy.removeNow': {},
  'backup.make': {},
  'backup.look': { file: 'none.db' },
  'backup.restore': { file: 'none.db' },
  'backup.releaseStock': {},
  'staff.setManagerPin': { pin: '1234' },
  'staff.signIn': { name: 'Manager', pin: '1234' },
  'staff.stay': {},
  'staff.current': {},
  'staff.list': {},
  'staff.add': { name: 'Ada', role: 'staff', pin: '2468' },
  'staff.changePin': { name: 'Ada', pin: '1357' },
  'staff.remove': { name: 'Ada' },
  'staff.setIdleMinutes': { minutes: 20 },
  'staff.signOut': {},
  'outlets.create': { name: 'Second shop', timeZone: 'Europe/Dublin', currency: 'EUR' },
  'outlets.setLocale': { outletId: known.outletId, locale: 'en-IE' },
  'outlets.list': {},
  'registers.create': { outletId: known.outletId, name: 'Second till' },
  'link.connect': { storeHash: 'other', token: 'token', plan: 'Pro' },
  'link.check': { storeHash: 'other', token: 'token', apiBase: 'http://127.0.0.1:1/stores/other' },
  'link.relinkPreview': { storeHash: 'other', token: 'token', apiBase: 'http://127.0.0.1:1/stores/other' },
  'link.unlink': { typedName: 'not its name' },
  'link.replaceToken': { token: 'mistyped' },
  'link.locations': {},
  'link.setPlan': { plan: 'Pro' },
  'link.bind': { outletId: known.outletId, registerId: known.registerId },
  'link.get': {},
  'sync.now': {},
  'sync.status': {},
  'orders.why': { orderId: '999999' },
  'orders.held': {},
  'orderStatuses.list': {},
  'sales.list': { limit: 5 },
  'sales.summary': {},
  'sales.days': {},
  'sales.export': {},
  'sales.find': { code: 'W1001' },
  'disputes.export': { saleId: known.saleId },
  'sales.get': { saleId: known.saleId },
  'fulfillments.list': { limit: 5 },
  'fulfillments.counts': {},
  'fulfillments.get': { fulfillmentId: known.fulfillmentId },
  'fulfillments.tasks': {},
  'fulfillments.find': { code: known.receiptNumber },
  'fulfillments.start': seenBefore(known),
  'fulfillments.pick': { ...seenBefore(known), lines: onePiece },
  'fulfillments.unpick': { ...seenBefore(known), lines: onePiece },
  'fulfillments.pack': { ...seenBefore(known), lines: onePiece },
  'fulfillments.unpack': { ...seenBefore(known), lines: onePiece },
  'fulfillments.ship': seenBefore(known),
  'fulfillments.ready': seenBefore(known),
  'fulfillments.handOver': seenBefore(known),
  'fulfillments.putBack': { ...seenBefore(known), lines: onePiece },
  'fulfillments.returnToStock': seenBefore(known),
  'fulfillments.cannotFulfil': { ...seenBefore(known), reason: 'Broken' },
  'fulfillments.assign': { ...seenBefore(known), to: 'Ada' },
  'fulfillments.note': { fulfillmentId: known.fulfillmentId, text: 'Gift: no price on the slip.' },
  'fulfillments.undo': { ...seenBefore(known), stepId: 'none' },
  'outbox.list': {},
  'outbox.retry': { entryId: 'none' },
  'outbox.retryAll': {},
  'outbox.discard': { entryId: 'none', reason: 'Told by telephone' },
  'outbox.conflicts': {},
  'outbox.settle': { conflictId: 'none', answer: 'seen' },
  'outbox.writeBack': {},
  'outbox.setWriteBack': {},
  'prints.slip': { ...requested(), fulfillmentId: known.fulfillmentId },
  'prints.pickList': { ...requested(), fulfillmentId: known.fulfillmentId, confirmed: true },
  'prints.pickRound': { ...requested(), confirmed: true },
  'prints.scanCard': requested(),
  'prints.reprint': { ...requested(), jobId: 'none' },
  'prints.done': { jobId: 'none', outcome: 'printed' },
  'prints.journal': {},
  'prints.view': { jobId: 'none' },
  'prints.job': { jobId: 'none' },
  'prints.of': { fulfillmentId: known.fulfillmentId },
  'printers.list': {},
  'printers.add': { name: 'Till printer', host: '127.0.0.1' },
  'printers.remove': { printerId: 'none' },
  'printers.test': { ...requested(), printerId: 'none' },
  'printers.choose': { kind: 'slip', printer: null },
  'printers.pdf': { jobId: 'none' },
  'sales.recordInStore': {
    lines: [{ productId: known.productId, quantity: 1, unitPrice: '2.50' }],
    payments: [{ method: 'Cash', amount: '2.50' }],
  },
  'products.list': {},
  'products.get': { productId: known.productId },
  'products.create': { sku: 'MUG-1', name: 'Mug', price: '7.50' },
  'products.candidates': { productId: known.productId },
  'products.link': variantOf(known),
  'products.unlink': variantOf(known),
  'customers.list': {},
  'stock.list': {},
  'stock.counts': {},
  'stock.explain': { productId: known.productId },
  'stock.find': { code: known.sku },
  'stock.count': { productId: known.productId, quantity: 12 },
  'stock.receive': { productId: known.productId, quantity: 6 },
  'stock.adjust': { productId: known.productId, quantity: -1, reason: 'Given to a neighbour' },
  'stock.damage': { productId: known.productId, quantity: 1 },
  'stock.transfer': { productId: known.productId, quantity: 2, toOutletId: known.otherOutletId },
  'stock.undo': { movementId: known.movementId },
  'stock.setFloor': { productId: known.productId, floor: 2 },
  'stock.previewOpening': { csv: openingStock },
  'stock.importOpening': { csv: openingStock },
  'stock.previewSeed': {},
  'stock.seed': { readAt: '2026-01-01T00:00:00Z' },
  'stock.alarms': {},
  'stock.alarmSeen': {},
  'proof.run': {},
  'proof.latest': {},
  'proof.repair': {},
  'audit.list': {},
  'registers.list': {},
  'registers.open': { float: '100' },
  'registers.moveCash': { kind: 'paid_out', amount: '5.50', reason: 'Window cleaner' },
  'registers.close': { denominations: [{ value: '50', count: 2 }], leaveUnsent: true },
  'till.summary': {},
  'till.openings': {},
  'till.handover': {},
  'audit.kinds': {},
  'audit.export': {},
  'sync.wakeUp': {},
  'desktop.get': {},
  'desktop.change': { keepRunning: false },
  'desktop.quit': {},
  'desktop.installUpdate': {},
  'desktop.supportBundle': {},
  'history.status': {},
  'history.unlock': { code: historyCode },
  'history.rehearse': { leaveStock: true },
  'history.outcome': {},
  'history.import': { typedName: 'Fernhill Outfitters (practice)' },
  'history.cancel': {},
  'history.undo': {},
});

/** Good for the practice store alone. */
const historyCode = signCode(developmentKey, {
  storeHash: 'practice',
  until: new Date(Date.now() + 86_400_000),
  codeId: 'contract',
});

const variantOf = ({ productId, bigcommerceProductId, bigcommerceVariantId }: Known) => ({
  productId,
  bigcommerceProductId,
  bigcommerceVariantId,
});

/** As somebody saw it who has not seen what was done since. */
const seenBefore = ({ fulfillmentId }: Known) => ({ fulfillmentId, version: 0 });
const requested = () => ({ requestId: randomUUID() });
const onePiece = [{ lineId: '1', quantity: 1 }];

const openingStock = 'sku,quantity,name\nJUG-1,3,Jug\n';

/**
 * A till that is linked refuses to be linked again; figures are taken over only as they were read; and nobody works on what
 * has changed since they saw it.
 */
const refusals: Partial<Record<ProcedureName, FaultCode>> = {
  'backup.look': 'copy_unusable',
  'backup.restore': 'copy_unusable',
  'fulfillments.start': 'changed_meanwhile',
  'fulfillments.pick': 'changed_meanwhile',
  'fulfillments.unpick': 'changed_meanwhile',
  'fulfillments.pack': 'changed_meanwhile',
  'fulfillments.unpack': 'changed_meanwhile',
  'fulfillments.ship': 'changed_meanwhile',
  'fulfillments.ready': 'changed_meanwhile',
  'fulfillments.handOver': 'changed_meanwhile',
  'fulfillments.putBack': 'changed_meanwhile',
  'fulfillments.returnToStock': 'changed_meanwhile',
  'fulfillments.cannotFulfil': 'changed_meanwhile',
  'fulfillments.assign': 'changed_meanwhile',
  'fulfillments.undo': 'changed_meanwhile',
  'outbox.retry': 'not_found',
  'outbox.discard': 'not_found',
  'outbox.settle': 'not_found',
  'prints.reprint': 'not_found',
  'prints.done': 'not_found',
  'prints.view': 'not_found',
  'prints.job': 'not_found',
  'printers.remove': 'not_found',
  'printers.test': 'not_found',
  'printers.pdf': 'not_found',
  'link.check': 'store_unreachable',
  'link.relinkPreview': 'store_unreachable',
  'link.unlink': 'name_not_typed',
  'link.replaceToken': 'token_refused',
  'link.connect': 'already_linked',
  'stock.seed': 'invalid_input',
};

type Variant = ProductView & { readonly bigcommerceProductId: string; readonly bigcommerceVariantId: string };

const isVariant = (product: ProductView): product is Variant =>
  product.stocked &&
  product.sku !== '' &&
  product.bigcommerceProductId !== null &&
  product.bigcommerceVariantId !== null;

/** What only a window has; on stand-in and development machine alike nothing is there to be installed. */
const withoutWindow: typeof refusals = { 'desktop.change': 'no_window', 'desktop.installUpdate': 'no_window' };
const withWindow: typeof refusals = { 'desktop.installUpdate': 'no_update' };

/** `desktop.quit` ends the host that is asked: the tests of the window press it. */
const names = (Object.keys(contract) as ProcedureName[]).filter((name) => name !== 'desktop.quit');
const noChromium = await whyNoChromium();

describe.each([
  {
    host: 'the command line',
    open: openCommandLine,
    missing: false,
    own: {
      ...withoutWindow,
      'app.usePractice': 'already_linked',
      'training.start': 'only_in_practice',
      'training.stop': 'only_in_practice',
    },
  },
  { host: 'the browser host', open: openBrowser, missing: false, own: withoutWindow },
  {
    host: `the Electron host${noChromium ? ` (${noChromium})` : ''}`,
    open: openElectron,
    missing: noChromium,
    own: withWindow,
  },
] as const)('the contract over $host', ({ open, missing, own }) => {
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
        const product = (await data('products.list', {})).rows.find(isVariant);
        if (!sale || !fulfillment || !outlet || !registerId || !product) {
          throw new Error('No practice order has arrived yet.');
        }
        return {
          ...sale,
          ...fulfillment,
          ...product,
          outletId: outlet.outletId,
          registerId,
          otherOutletId: '',
          movementId: '',
        };
      },
      { timeout: 30_000, interval: 100 },
    );
    const warehouse = { name: 'Warehouse', timeZone: 'Europe/Dublin', currency: 'EUR' };
    const { outletId: otherOutletId } = await data('outlets.create', warehouse);
    const { movementId } = await data('stock.receive', { productId: known.productId, quantity: 1 });
    known = { ...known, otherOutletId, movementId: movementId ?? '' };
  });

  afterAll(async () => {
    if (!missing) expect(await caller.stop(), 'it ends by itself when asked to').toBe(0);
  });

  test.skipIf(missing).each(names)('%s answers as promised', async (name) => {
    const reply = await caller.call(name, inputs(known)[name]);
    const refusal = { ...refusals, ...own }[name];
    if (refusal !== undefined) return expect(reply).toMatchObject({ ok: false, fault: { code: refusal } });
    expect(reply).toMatchObject({ ok: true });
    if (reply.ok) contract[name].output.parse(reply.data);
    if (name === 'staff.signOut') await data('staff.signIn', { name: 'Manager', pin: '1234' });
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
