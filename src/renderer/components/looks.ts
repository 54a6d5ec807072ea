import {
  Archive,
  Ban,
  BellRing,
  Circle,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleDot,
  CloudAlert,
  CloudUpload,
  Contrast,
  FilePenLine,
  Footprints,
  Globe,
  Hand,
  type LucideIcon,
  OctagonX,
  Package,
  PackageOpen,
  Store,
  Undo2,
} from 'lucide-react';
import type { FulfillmentStatus, PaymentState, SaleStatus } from '../../contract/status.ts';
import { text } from '../text.ts';

export type Tone = 'blue' | 'amber' | 'violet' | 'green' | 'red' | 'grey';

/** How a fact looks: always its words, a shape and a colour together, so that none of the three is needed alone. */
export interface Look {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly tone: Tone;
}

const look = (label: string, icon: LucideIcon, tone: Tone): Look => ({ label, icon, tone });

export const fulfillmentLooks: Readonly<Record<FulfillmentStatus, Look>> = {
  new: look(text.fulfillmentStatus.new, Circle, 'blue'),
  picking: look(text.fulfillmentStatus.picking, CircleDot, 'amber'),
  packed: look(text.fulfillmentStatus.packed, Package, 'violet'),
  fulfilled: look(text.fulfillmentStatus.fulfilled, CircleCheck, 'green'),
  cancelled: look(text.fulfillmentStatus.cancelled, Ban, 'grey'),
};

export const paymentLooks: Readonly<Record<PaymentState, Look>> = {
  unpaid: look(text.paymentState.unpaid, CircleAlert, 'red'),
  part_paid: look(text.paymentState.part_paid, Contrast, 'amber'),
  paid: look(text.paymentState.paid, CircleCheck, 'green'),
  refunded: look(text.paymentState.refunded, Undo2, 'violet'),
  part_refunded: look(text.paymentState.part_refunded, Undo2, 'violet'),
};

export const saleLooks: Readonly<Record<SaleStatus, Look>> = {
  not_imported: look(text.saleStatus.not_imported, CircleDashed, 'grey'),
  closed: look(text.saleStatus.closed, CircleCheck, 'grey'),
  voided: look(text.saleStatus.voided, Ban, 'grey'),
};

export const onHoldLook = look(text.onHold, Hand, 'amber');
export const onHoldBecauseLook = (status: string): Look => look(text.onHoldBecause(status), Hand, 'amber');
export const archivedLook = look(text.archived, Archive, 'grey');
/** It belongs to another outlet than the one this till shows the stock of (R85). */
export const otherOutletLook = (name: string): Look => look(text.salesHistory.otherOutlet(name), Store, 'violet');
export const putBackLook = (pieces: number): Look => look(text.putBack(pieces), Undo2, 'amber');
/** What BigCommerce was not told yet: it goes out by itself, or it needs somebody. */
export const unsentLooks = {
  waiting: look(text.fulfillments.tags.notSent, CloudUpload, 'grey'),
  parked: look(text.fulfillments.tags.refused, CloudAlert, 'red'),
} as const;
/** The order says something else than its packing slip (R94). */
export const revisedLook = look(text.prints.revised, FilePenLine, 'amber');
/** Added by hand to the next pick round. */
export const onRoundLook = look(text.prints.marked, Footprints, 'blue');
export const stuckLook = look(text.fulfillments.tags.stuck, OctagonX, 'red');
/** A pickup that waits for its customer, on that shelf. */
export const shelfLook = (code: string | null): Look =>
  look(
    code === null || code === '' ? text.fulfillments.tags.ready : text.fulfillments.tags.shelf(code),
    PackageOpen,
    'green',
  );
export const returnToStockLook = (days: number): Look =>
  look(`${text.fulfillments.tags.returnToStock} ${text.fulfillments.shelf.days(days)}`, PackageOpen, 'amber');
/** An order took a product to its floor or below (N6). */
export const lastOneLook = look(text.stock.lastOne, BellRing, 'red');
export const digitalLook = look(text.digital, CircleDashed, 'grey');
export const bigcommerceLook = (label: string): Look => look(label, Globe, 'grey');
