import type { AuditFacts } from '../domain/audited-work.ts';
import { orderStatusOf } from '../domain/order-status.ts';
import type { WritableStatus, WriteBack } from '../domain/write-back.ts';
import { recordAudit, type WorkDesk } from '../store/audit.ts';
import { setWriteBack, writeBack } from '../store/write-back.ts';

/** What is left out stays as it was. */
export type WriteBackChange = { readonly [F in keyof WriteBack]?: WriteBack[F] | undefined };

/** Changes what each local step writes to BigCommerce, for steps from now on (R95); audited (R6). */
export const changeWriteBack = (desk: WorkDesk, change: WriteBackChange): WriteBack =>
  desk.db.transaction(() => {
    const before = writeBack(desk.db);
    const after: WriteBack = {
      packedDelivery: changed(change.packedDelivery, before.packedDelivery),
      packedPickup: changed(change.packedPickup, before.packedPickup),
      shipment: changed(change.shipment, before.shipment),
      handedOver: changed(change.handedOver, before.handedOver),
    };
    setWriteBack(desk.db, after);
    recordAudit(desk, {
      what: 'outbox.setWriteBack',
      subject: 'What steps write to BigCommerce',
      before: factsOf(before),
      after: factsOf(after),
    });
    return after;
  });

const changed = <T>(wanted: T | undefined, before: T): T => (wanted === undefined ? before : wanted);

const factsOf = ({ packedDelivery, packedPickup, shipment, handedOver }: WriteBack): AuditFacts => ({
  'packed delivery': labelOf(packedDelivery),
  'packed pickup': labelOf(packedPickup),
  'parcel becomes a shipment': shipment,
  'handed over': labelOf(handedOver),
});

const labelOf = (statusId: WritableStatus | null): string | null =>
  statusId === null ? null : (orderStatusOf(statusId)?.label ?? String(statusId));
