import { Refusal } from '../../contract/fault.ts';
import { recordAudit, type WorkDesk } from '../store/audit.ts';
import { changePlan, currentLink } from '../store/links.ts';

/** The shop's Retail POS plan of today, whichever it is (R1, R2). Throws `not_linked`. */
export const setPlan = (desk: WorkDesk, plan: string): void =>
  desk.db.transaction(() => {
    const link = currentLink(desk.db);
    if (!link) throw new Refusal('not_linked');
    if (link.plan === plan) return;
    changePlan(desk.db, link.linkKey, plan);
    recordAudit(desk, { what: 'link.setPlan', subject: link.storeName, before: { plan: link.plan }, after: { plan } });
  });
