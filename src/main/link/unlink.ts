import { Refusal } from '../../contract/fault.ts';
import { recordAudit, type WorkDesk } from '../store/audit.ts';
import { currentLink, endLink, type LinkRow } from '../store/links.ts';
import { countWaiting } from '../store/outbox-counts.ts';

/**
 * Ends the link (R80). What is here stays, links and what is not sent yet included; from this transaction on nothing is
 * recorded from the store, and nothing is claimed to be sent to it. Returns the link as it was. Throws `not_linked`,
 * `name_not_typed`.
 */
export const unlink = (
  desk: WorkDesk,
  typedName: string,
): { readonly link: LinkRow; readonly waiting: { readonly pending: number; readonly parked: number } } =>
  desk.db.transaction(() => {
    const { db, now } = desk;
    const link = currentLink(db);
    if (!link) throw new Refusal('not_linked');
    if (typedName.trim() !== link.storeName.trim()) throw new Refusal('name_not_typed', { field: 'typedName' });
    const waiting = countWaiting(db);
    endLink(db, link.linkKey, now);
    recordAudit(desk, {
      what: 'link.unlink',
      subject: link.storeName,
      before: { store: link.storeHash, plan: link.plan },
      after: { 'not sent yet': waiting.pending + waiting.parked },
    });
    return { link, waiting };
  });
