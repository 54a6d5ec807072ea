import { recordAudit, type WorkDesk } from '../store/audit.ts';
import { keep, keepingOf } from '../store/personal-data.ts';

/** After how many months personal data of settled sales is removed; null: never. Audited, and in force at once. */
export const changeKeeping = (desk: WorkDesk, { months }: { readonly months: number | null }): void =>
  desk.db.transaction(() => {
    const before = keepingOf(desk.db, desk.now);
    keep(desk.db, { ...before, months, beginsAt: desk.now });
    recordAudit(desk, {
      what: 'privacy.setMonths',
      subject: 'Personal data',
      before: { months: before.months },
      after: { months },
    });
  });
