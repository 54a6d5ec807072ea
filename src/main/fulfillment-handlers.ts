import type { Contract } from '../contract/contract.ts';
import type { FulfillmentView } from '../contract/fulfillments.ts';
import type { Handlers } from '../contract/procedure.ts';
import type { Session } from './app.ts';
import { handOver, ship } from './commands/hand-goods-over.ts';
import { makeReady, returnToStock } from './commands/hold-shelf.ts';
import { addNote, assign, cannotFulfil, undoStep } from './commands/look-after.ts';
import { pack, pick, putBack, startFulfillment, unpack, unpick } from './commands/pick-and-pack.ts';
import type { FulfilmentDesk } from './commands/take-step.ts';
import type { Desk } from './desk.ts';
import { findFulfillment } from './queries/find-fulfillment.ts';
import { getFulfillment } from './queries/fulfillment-detail.ts';
import { countFulfillments, countTasks, listFulfillments } from './queries/fulfillments.ts';

type FulfillmentProcedure = Extract<keyof Contract, `fulfillments.${string}`>;

/** The procedures of fulfillments and what answers them: wiring only. */
export const fulfillmentHandlers = (desk: Desk): Pick<Handlers<Contract, Session>, FulfillmentProcedure> => {
  const { reader, writer, identity, clock } = desk;
  /** Records a step and answers with the fulfillment as it is then: what the answer says is on the disk (R88). */
  const taking =
    <I extends { readonly fulfillmentId: string }>(step: (desk: FulfilmentDesk, input: I) => void) =>
    (input: I, { staff }: Session): FulfillmentView => {
      const by = staff?.name ?? null;
      step({ db: writer, identity, now: clock(), by, isManager: staff?.role === 'manager' }, input);
      desk.workDone();
      return getFulfillment(reader, input.fulfillmentId);
    };
  return {
    'fulfillments.list': (input) => listFulfillments(reader, input),
    'fulfillments.counts': (input) => countFulfillments(reader, input),
    'fulfillments.tasks': () => countTasks(reader),
    'fulfillments.get': ({ fulfillmentId }) => getFulfillment(reader, fulfillmentId),
    'fulfillments.find': ({ code }) => findFulfillment(reader, code),
    'fulfillments.start': taking(startFulfillment),
    'fulfillments.pick': taking(pick),
    'fulfillments.unpick': taking(unpick),
    'fulfillments.pack': taking(pack),
    'fulfillments.unpack': taking(unpack),
    'fulfillments.ship': taking(ship),
    'fulfillments.ready': taking(makeReady),
    'fulfillments.handOver': taking(handOver),
    'fulfillments.putBack': taking(putBack),
    'fulfillments.returnToStock': taking(returnToStock),
    'fulfillments.cannotFulfil': taking(cannotFulfil),
    'fulfillments.assign': taking(assign),
    'fulfillments.note': taking(addNote),
    'fulfillments.undo': taking(undoStep),
  };
};
