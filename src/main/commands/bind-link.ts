import { Refusal } from '../../contract/fault.ts';
import type { AuditFacts } from '../domain/audited-work.ts';
import { recordAudit, type WorkDesk } from '../store/audit.ts';
import type { Reader } from '../store/connection.ts';
import { forgetFigures } from '../store/inventory-items.ts';
import { type BindingRow, currentBinding, currentLink, insertBinding } from '../store/links.ts';
import { outletById, type RegisterRow, registerById } from '../store/outlets.ts';
import { markAllToPush } from '../store/products-to-push.ts';

/**
 * Chooses where the link records from now on; what is here already stays where it is (R3, R4, R7). Another outlet or
 * location has other figures: what is known of it is told anew (R32).
 * Throws `not_linked`, `not_found`, `register_not_in_outlet`.
 */
export const bindLink = (
  desk: WorkDesk,
  to: { readonly outletId: string; readonly registerId: string; readonly locationId?: string | undefined },
): BindingRow =>
  desk.db.transaction(() => {
    const { db, now } = desk;
    const link = currentLink(db);
    if (!link) throw new Refusal('not_linked');
    const { outletKey, registerKey } = registerOfOutlet(db, to);
    const before = currentBinding(db, link.linkKey);
    insertBinding(db, {
      linkKey: link.linkKey,
      outletKey,
      registerKey,
      locationId: to.locationId ?? null,
      boundAt: now,
    });
    const binding = currentBinding(db, link.linkKey);
    if (!binding) throw new Refusal('internal');
    if (binding.outletKey !== before?.outletKey || binding.locationId !== before.locationId) {
      forgetFigures(db, link.linkKey);
      markAllToPush(db);
    }
    recordAudit(desk, {
      what: 'link.bind',
      subject: link.storeName,
      before: before ? factsOf(before) : null,
      after: factsOf(binding),
    });
    return binding;
  });

const registerOfOutlet = (
  db: Reader,
  { outletId, registerId }: { readonly outletId: string; readonly registerId: string },
): RegisterRow => {
  const outlet = outletById(db, outletId);
  if (!outlet) throw new Refusal('not_found', { field: 'outletId' });
  const register = registerById(db, registerId);
  if (!register) throw new Refusal('not_found', { field: 'registerId' });
  if (register.outletKey !== outlet.outletKey) throw new Refusal('register_not_in_outlet', { field: 'registerId' });
  return register;
};

const factsOf = ({ outletName, registerName, locationId }: BindingRow): AuditFacts => ({
  outlet: outletName,
  register: registerName,
  'BigCommerce location': locationId,
});
