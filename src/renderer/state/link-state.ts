import { createStore } from 'zustand/vanilla';
import type { StoreCheckView } from '../../contract/link.ts';
import type { Reply } from '../../contract/procedure.ts';
import { text } from '../text.ts';
import type { AppClient, Input, Output } from './bridge.ts';
import { createManagerCommand } from './manager-command.ts';
import type { createNotices } from './notices.ts';
import { storeAddress } from './store-address.ts';

export type RelinkPreview = Output<'link.relinkPreview'>;

/** Where sales are to be recorded. An empty id stands for one that is made, with the name beside it. */
export interface PlaceWish {
  readonly outletId: string;
  readonly outletName: string;
  readonly timeZone: string;
  readonly currency: string;
  /** A language and a region; empty: as each machine writes. */
  readonly locale: string;
  readonly registerId: string;
  readonly registerName: string;
  /** Empty: BigCommerce's default one. */
  readonly locationId: string;
}

/** What somebody has typed, chosen and found out so far. */
export interface LinkWishes {
  readonly address: string;
  readonly token: string;
  readonly plan: string;
  readonly besidesBecause: string;
  readonly check: StoreCheckView | null;
  readonly preview: RelinkPreview | null;
  readonly place: PlaceWish;
  readonly typedName: string;
  readonly isSwitching: boolean;
}

const noPlace: PlaceWish = {
  ...{ outletId: '', outletName: '', timeZone: '', currency: '', locale: '', registerId: '' },
  ...{ registerName: text.link.place.usualRegister, locationId: '' },
};
const nothing: LinkWishes = {
  ...{ address: '', token: '', plan: '', besidesBecause: '', check: null, preview: null, place: noPlace },
  ...{ typedName: '', isSwitching: false },
};

/** What a test found out. `outlet`: the first one that is here. */
interface Found {
  readonly check: StoreCheckView;
  readonly preview: RelinkPreview | null;
  readonly outlet: Output<'outlets.list'>['rows'][number] | undefined;
}

/** Told what was made, so that it is not made again. */
type Keep = (made: Partial<PlaceWish>) => void;

const ok = <T>(data: T): Reply<T> => ({ ok: true, data });

/** Linking a store, ending the link, and what lies between: each step that a manager takes (R1–R7, R80–R83). */
export const createLinkState = (call: AppClient, notices: ReturnType<typeof createNotices>) => {
  const store = createStore<LinkWishes>(() => nothing);
  const checking = createManagerCommand(call);
  const linking = createManagerCommand(call);
  const unlinking = createManagerCommand(call);
  /** The screen that a switch between practice and the shop's own till leads to; null while nobody asked for one. */
  let switchLeadsTo: string | null = null;

  /** Goes where a switch leads to. The app may be opened anew before the answer to the switch is heard: then nothing else would. */
  const land = (): void => {
    if (switchLeadsTo !== null) window.location.hash = switchLeadsTo;
  };

  const access = (): Input<'link.check'> => {
    const { address, token } = store.getState();
    return { ...storeAddress(address), token };
  };

  const ask = async (): Promise<Reply<Found>> => {
    const check = await call('link.check', access());
    if (!check.ok) return check;
    const outlets = await call('outlets.list', {});
    const outlet = outlets.ok ? outlets.data.rows[0] : undefined;
    if (check.data.known !== 'unlinked') return ok({ check: check.data, preview: null, outlet });
    const preview = await call('link.relinkPreview', access());
    return preview.ok ? ok({ check: check.data, preview: preview.data, outlet }) : preview;
  };

  const changePlace = (part: Partial<PlaceWish>): void =>
    store.setState(({ place }) => ({ place: { ...place, ...part } }));

  /** Makes what is to be made, once: where a later step is refused, it is chosen when the step is taken again. */
  const makePlace = async (wish: PlaceWish, keep: Keep): Promise<Reply<Input<'link.bind'>>> => {
    let { outletId, registerId } = wish;
    if (outletId === '') {
      const { outletName: name, timeZone, currency, locale } = wish;
      const made = await call('outlets.create', { name, timeZone, currency, locale: locale === '' ? null : locale });
      if (!made.ok) return made;
      outletId = made.data.outletId;
      keep({ outletId });
    }
    if (registerId === '') {
      const made = await call('registers.create', { outletId, name: wish.registerName });
      if (!made.ok) return made;
      registerId = made.data.registerId;
      keep({ registerId });
    }
    return ok({ outletId, registerId, ...(wish.locationId === '' ? {} : { locationId: wish.locationId }) });
  };

  const bind = async (wish: PlaceWish, keep: Keep): Promise<Reply<unknown>> => {
    const made = await makePlace(wish, keep);
    return made.ok ? call('link.bind', made.data) : made;
  };

  const connect = (): Promise<Reply<{ readonly storeName: string }>> => {
    const { plan, besidesBecause } = store.getState();
    const because = besidesBecause.trim();
    return call('link.connect', { ...access(), plan, ...(because === '' ? {} : { besidesBecause: because }) });
  };

  /** A time zone that is none, or a name that is taken, is refused before anything is linked. */
  const connectAndBind = async (): Promise<Reply<{ readonly storeName: string }>> => {
    const made = await makePlace(store.getState().place, changePlace);
    if (!made.ok) return made;
    const linked = await connect();
    if (!linked.ok) return linked;
    const bound = await call('link.bind', made.data);
    return bound.ok ? linked : bound;
  };

  return {
    store,
    checking,
    linking,
    unlinking,
    changePlace,
    bind,
    /** What was found out holds only for what was asked with. */
    changeAccess: (part: Partial<Pick<LinkWishes, 'address' | 'token'>>): void => {
      checking.forget();
      store.setState({ ...part, check: null, preview: null });
    },
    test: (): Promise<void> =>
      checking.run(ask, ({ check, preview, outlet }) => {
        store.setState({ check, preview });
        const { outletId, outletName, timeZone, currency, locale } = store.getState().place;
        const machineZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
        changePlace({
          outletName: outletName || (check.store?.name ?? ''),
          timeZone: timeZone || (check.store?.timeZone ?? machineZone),
          currency: currency || (check.store?.currency ?? ''),
          locale: locale || (check.store?.locale ?? ''),
          ...(outletId === '' && outlet !== undefined
            ? { outletId: outlet.outletId, registerId: outlet.registers[0]?.registerId ?? '' }
            : {}),
        });
      }),
    /** `keepsPlace`: outlet and register are chosen already, as of a store that is linked again. */
    link: (keepsPlace: boolean): Promise<void> =>
      linking.run(keepsPlace ? connect : connectAndBind, ({ storeName }) => {
        store.setState(nothing);
        notices.say(text.link.next.done(storeName));
      }),
    unlink: (): Promise<void> =>
      unlinking.run(
        () => call('link.unlink', { typedName: store.getState().typedName }),
        ({ storeName }) => {
          store.setState(nothing);
          notices.say(text.link.unlink.done(storeName));
        },
      ),
    /** Practice in the place of this till, or this till in the place of practice: every screen is read anew. */
    switchTo: async (practice: boolean): Promise<void> => {
      switchLeadsTo = practice ? '/fulfillments' : '/settings/link';
      store.setState({ isSwitching: true });
      const reply = await call('app.usePractice', { practice });
      store.setState({ isSwitching: false });
      if (reply.ok) return land();
      switchLeadsTo = null;
      notices.say(reply.fault.message);
    },
    land,
  };
};
