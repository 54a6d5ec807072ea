import { setLocale } from '../format/locale.ts';
import type { AppClient, Output } from './bridge.ts';
import { createHalfFilled } from './half-filled.ts';
import { createQuestion } from './question.ts';

export type OutletView = Output<'outlets.list'>['rows'][number];

/** What changes seldom: outlets, the link and its binding, BigCommerce's statuses, and what is running. */
export const createShop = (call: AppClient) => {
  const about = createQuestion(() => call('app.about', {}));
  const outlets = createQuestion(() => call('outlets.list', {}));
  const link = createQuestion(() => call('link.get', {}));
  const statuses = createQuestion(() => call('orderStatuses.list', {}));
  const halfFilled = createHalfFilled();
  const machineZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

  /** The outlet named, else the one that the link records on, else the first. */
  const outlet = (outletId?: string): OutletView | undefined => {
    const wanted = outletId ?? link.store.getState().data?.binding?.outletId;
    const rows = outlets.store.getState().data?.rows ?? [];
    return rows.find((each) => each.outletId === wanted) ?? rows[0];
  };

  /**
   * Once it is known which outlet this till works in, and again with each change: everything is written as it writes. It
   * is drawn anew for that, so what somebody types here is recorded or left first.
   */
  const writeAsOutlet = (): void => {
    const isKnown = [outlets, link].every(({ store }) => store.getState().data !== null);
    if (isKnown) halfFilled.afterwards(() => setLocale(outlet()?.locale ?? null));
  };
  outlets.store.subscribe(writeAsOutlet);
  link.store.subscribe(writeAsOutlet);

  return {
    about,
    outlets,
    link,
    statuses,
    read: (): void => {
      // The link first: it says which screen is the first.
      for (const question of [link, about, outlets, statuses]) void question.ask(undefined);
    },
    outlet,
    /** The time zone of that outlet; the machine's where there is none yet. */
    timeZone: (outletId?: string): string => outlet(outletId)?.timeZone ?? machineZone,
  };
};
