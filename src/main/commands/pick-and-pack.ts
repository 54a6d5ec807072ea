import { Refusal } from '../../contract/fault.ts';
import { faultCases } from '../../contract/fault-cases.ts';
import { type LineQuantity, putBackIn } from '../domain/fulfillment-work.ts';
import { type FulfilmentDesk, type InWork, piecesOf, requireWanted, type StepOn, takeStep } from './take-step.ts';
import { tellPacked } from './tell-bigcommerce.ts';

/** A step with pieces of some lines. */
export interface StepWithPieces extends StepOn {
  readonly lines: readonly LineQuantity[];
}

/** Takes it into work: in progress, by the person who is signed in, be it without a piece yet. */
export const startFulfillment = (desk: FulfilmentDesk, on: StepOn): void =>
  takeStep(desk, on, (inWork) => {
    requireWanted(inWork);
    const { startedAt, assignedTo, status } = inWork.fulfillment;
    if (startedAt !== null || status === 'fulfilled')
      throw new Refusal('nothing_left', { message: faultCases.picking_begun });
    return { kind: 'start', care: { startedAt: desk.now, assignedTo: assignedTo ?? desk.by } };
  });

/** The first piece takes it into work. */
const startOf = ({ now, by }: FulfilmentDesk, { fulfillment }: InWork) =>
  fulfillment.startedAt === null ? { care: { startedAt: now, assignedTo: fulfillment.assignedTo ?? by } } : {};

export const pick = (desk: FulfilmentDesk, { lines, ...on }: StepWithPieces): void =>
  takeStep(desk, on, (inWork) => {
    requireWanted(inWork);
    return { kind: 'pick', changed: piecesOf('pick', inWork, lines), ...startOf(desk, inWork) };
  });

export const unpick = (desk: FulfilmentDesk, { lines, ...on }: StepWithPieces): void =>
  takeStep(desk, on, (inWork) => ({ kind: 'unpick', changed: piecesOf('unpick', inWork, lines) }));

/** What is packed whole is told to BigCommerce as the settings say (R95). */
export const pack = (desk: FulfilmentDesk, { lines, ...on }: StepWithPieces): void =>
  takeStep(
    desk,
    on,
    (inWork) => {
      requireWanted(inWork);
      return { kind: 'pack', changed: piecesOf('pack', inWork, lines) };
    },
    (taken) => tellPacked(desk, taken),
  );

/** What BigCommerce was told stays told; what was not goes out when it is packed again. */
export const unpack = (desk: FulfilmentDesk, { lines, ...on }: StepWithPieces): void =>
  takeStep(desk, on, (inWork) => ({ kind: 'unpack', changed: piecesOf('unpack', inWork, lines) }));

/** Moves no stock: the order's cancellation or edit gave it back already (R64, R72). */
export const putBack = (desk: FulfilmentDesk, { lines, ...on }: StepWithPieces): void =>
  takeStep(desk, on, (inWork) => {
    const changed = piecesOf('put_back', inWork, lines);
    const { fulfillment, lines: before } = inWork;
    const pieces = lines.reduce((sum, line) => sum + line.quantity, 0);
    const isAll = putBackIn(before, fulfillment.status) === pieces;
    // Nothing of a cancelled order lies on a hold shelf any more.
    const leavesShelf = isAll && fulfillment.status === 'cancelled' && fulfillment.shelfCode !== null;
    return { kind: 'put_back', changed, ...(leavesShelf ? { care: { shelfCode: null } } : {}) };
  });
