import type { FulfillmentRowView, FulfillmentView } from '../../src/contract/fulfillments.ts';
import type { Chance } from '../random.ts';
import { type Journal, noteUnanswered, type Recorded } from './journal.ts';
import { NoAnswer, type TillProcess } from './till-process.ts';

/** What staff do at the till, one thing at a time. */
export interface Staff {
  readonly till: TillProcess;
  readonly chance: Chance;
  readonly journal: Journal;
}

type Lines = { lineId: string; quantity: number }[];

/** One piece of work, chosen by chance; refusals that a shop would meet as well are no trouble. */
export const work = async (staff: Staff): Promise<void> => {
  staff.journal.calls += 1;
  const what = staff.chance.next();
  if (what < 0.06) return countStock(staff);
  if (what < 0.1) return sellInShop(staff);
  const row = await chooseFulfillment(staff);
  if (row) await workOn(staff, row);
};

const chooseFulfillment = async ({ till, chance }: Staff): Promise<FulfillmentRowView | undefined> => {
  const lists = [
    { segment: 'new' },
    { segment: 'in_progress' },
    { segment: 'packed' },
    { segment: 'packed' },
    { task: 'put_back' },
  ] as const;
  const { rows } = await till.call('fulfillments.list', { ...chance.of(lists), limit: 12 });
  return chance.of(rows);
};

const workOn = async (staff: Staff, row: FulfillmentRowView): Promise<void> => {
  const { chance } = staff;
  const on = { fulfillmentId: row.fulfillmentId, version: row.version };
  if (row.putBack > 0) return step(staff, 'fulfillments.putBack', { ...on, lines: open(row, (line) => line.putBack) });
  if (chance.happens(0.06)) return undo(staff, row);
  if (row.status === 'packed') return handOver(staff, row);
  const toPick = open(row, (line) => line.ordered - line.picked);
  const toPack = open(row, (line) => line.picked - line.packed);
  if (toPack.length > 0 && (toPick.length === 0 || chance.happens(0.3))) {
    return step(staff, 'fulfillments.pack', { ...on, lines: toPack });
  }
  if (toPick.length > 0) return step(staff, 'fulfillments.pick', { ...on, lines: some(chance, toPick) });
};

const open = (row: FulfillmentRowView, left: (line: FulfillmentRowView['lines'][number]) => number): Lines =>
  row.lines.flatMap((line) => (left(line) > 0 ? [{ lineId: line.lineId, quantity: left(line) }] : []));

/** Mostly everything, sometimes a part. */
const some = (chance: Chance, lines: Lines): Lines =>
  chance.happens(0.7)
    ? lines
    : lines.slice(0, 1).map(({ lineId, quantity }) => ({ lineId, quantity: 1 + chance.below(quantity) }));

const handOver = async (staff: Staff, row: FulfillmentRowView): Promise<void> => {
  const { chance } = staff;
  const on = { fulfillmentId: row.fulfillmentId, version: row.version };
  if (row.type === 'pickup') {
    if (row.readyAt === null && chance.happens(0.6)) {
      return step(staff, 'fulfillments.ready', { ...on, shelfCode: `A${chance.below(9)}` });
    }
    return step(staff, 'fulfillments.handOver', { ...on, recipientName: 'Ada' });
  }
  const lines = open(row, (line) => line.packed - line.fulfilled);
  const part = chance.happens(0.3) ? { lines: some(chance, lines) } : {};
  return step(staff, 'fulfillments.ship', { ...on, ...part, trackingNumber: `T${chance.below(1e6)}`, carrier: 'UPS' });
};

const undo = async (staff: Staff, { fulfillmentId }: FulfillmentRowView): Promise<void> => {
  const { version, undoable } = await staff.till.call('fulfillments.get', { fulfillmentId });
  if (undoable) await record(staff, 'steps', 'fulfillments.undo', { fulfillmentId, version, stepId: undoable.stepId });
};

const step = async (staff: Staff, name: string, input: object): Promise<void> => {
  const answer = await record<FulfillmentView>(staff, 'steps', name, input);
  if (answer?.undoable) staff.journal.steps.add(answer.undoable.stepId);
};

const someProduct = async ({ till, chance }: Staff) =>
  chance.of((await till.call('stock.list', { limit: 40 })).rows.filter((row) => row.sku !== ''));

const countStock = async (staff: Staff): Promise<void> => {
  const product = await someProduct(staff);
  if (!product) return;
  const input = { productId: product.productId, quantity: 1 + staff.chance.below(30) };
  const answer = await record<{ movementId: string }>(staff, 'movements', 'stock.receive', input);
  if (answer) staff.journal.movements.add(answer.movementId);
};

const sellInShop = async (staff: Staff): Promise<void> => {
  const product = await someProduct(staff);
  if (!product) return;
  const answer = await record<{ saleId: string }>(staff, 'inStoreSales', 'sales.recordInStore', {
    lines: [{ productId: product.productId, quantity: 1, unitPrice: '2.00' }],
    payments: [{ method: 'Cash', amount: '2.00' }],
  });
  if (answer) staff.journal.inStoreSales.add(answer.saleId);
};

/** A command whose answer counts; undefined where it was refused. */
const record = async <T>(
  { till, journal }: Staff,
  what: Recorded,
  name: string,
  input: object,
): Promise<T | undefined> => {
  try {
    const answer = await till.reply(name, input);
    if (answer.ok) return answer.data as T;
    if (answer.fault.code === 'internal') throw new Error(`${name} failed inside: ${answer.fault.message}`);
    return undefined;
  } catch (error) {
    if (error instanceof NoAnswer) noteUnanswered(journal, what);
    throw error;
  }
};
