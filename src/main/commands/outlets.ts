import { Refusal } from '../../contract/fault.ts';
import type { Identity } from '../domain/identity.ts';
import { localeOf } from '../domain/outlet-locale.ts';
import { storeDay } from '../domain/store-day.ts';
import { recordAudit, type WorkDesk } from '../store/audit.ts';
import type { Writer } from '../store/connection.ts';
import { changeLocale, insertOutlet, insertRegister, outletById } from '../store/outlets.ts';

interface Made {
  readonly identity: Identity;
  /** UTC ms. */
  readonly now: number;
}

/** A locale as it is kept. Throws `invalid_input` for one that this machine cannot write in. */
const localeMeant = (tag: string | null): string | null => {
  const locale = tag === null ? null : localeOf(tag);
  if (tag === null || locale !== null) return locale;
  throw new Refusal('invalid_input', {
    message: `"${tag}" is no way of writing that this machine knows. Use a language and a region, such as en-GB or de-DE.`,
    field: 'locale',
  });
};

/** Throws `invalid_input` for a time zone or a locale that this machine does not know. */
export const createOutlet = (
  db: Writer,
  { identity, now }: Made,
  {
    locale = null,
    ...outlet
  }: {
    readonly name: string;
    readonly timeZone: string;
    readonly currency: string;
    readonly locale?: string | null | undefined;
  },
): { outletId: string } => {
  try {
    storeDay(now, outlet.timeZone);
  } catch {
    throw new Refusal('invalid_input', {
      message: `"${outlet.timeZone}" is not a time zone. Use a name such as Europe/Dublin.`,
      field: 'timeZone',
    });
  }
  const outletId = identity.next();
  insertOutlet(db, { outletId, ...outlet, locale: localeMeant(locale), createdAt: now });
  return { outletId };
};

/** How an outlet writes days, figures and money from now on; audited (R6). Throws `not_found`, `invalid_input`. */
export const setOutletLocale = (
  desk: WorkDesk,
  wanted: { readonly outletId: string; readonly locale: string | null },
): { locale: string | null } =>
  desk.db.transaction(() => {
    const locale = localeMeant(wanted.locale);
    const outlet = outletById(desk.db, wanted.outletId);
    if (!outlet) throw new Refusal('not_found', { field: 'outletId' });
    if (outlet.locale === locale) return { locale };
    changeLocale(desk.db, outlet.outletKey, locale);
    recordAudit(desk, {
      what: 'outlets.setLocale',
      subject: outlet.name,
      before: { locale: outlet.locale },
      after: { locale },
    });
    return { locale };
  });

/** Throws `not_found` when there is no such outlet. */
export const createRegister = (
  db: Writer,
  { identity, now }: Made,
  register: { readonly outletId: string; readonly name: string },
): { registerId: string } => {
  const outlet = outletById(db, register.outletId);
  if (!outlet) throw new Refusal('not_found', { field: 'outletId' });
  const registerId = identity.next();
  insertRegister(db, { registerId, outletKey: outlet.outletKey, name: register.name, createdAt: now });
  return { registerId };
};
