import { type PracticeStore, startPracticeStore } from '../../src/practice-store/practice-store.ts';
import { connect, openTill, type Till } from '../support/linked-till.ts';
import { makeFolder } from '../support/temporary-folder.ts';
import type { Place } from './model.ts';

/** A practice store with a clock of its own, and a till that can be stopped and opened again on its folder. */
export interface Shop {
  readonly store: PracticeStore;
  readonly till: () => Till;
  readonly wait: (seconds: number) => void;
  /** Links the till and binds the first place. */
  readonly link: () => Promise<void>;
  readonly binding: () => Place;
  readonly outletIds: readonly string[];
  readonly rebindTo: (place: number) => Promise<void>;
  readonly restart: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const outlets = [
  { name: 'High Street', timeZone: 'America/New_York', currency: 'USD', registers: ['Till 1', 'Till 2'] },
  { name: 'Harbour', timeZone: 'Europe/Dublin', currency: 'EUR', registers: ['Till 3', 'Till 4'] },
];

const makePlaces = async (till: Till): Promise<Place[]> => {
  const places: Place[] = [];
  for (const { registers, ...outlet } of outlets) {
    const { outletId } = await till.call('outlets.create', outlet);
    for (const name of registers)
      places.push({ outletId, ...(await till.call('registers.create', { outletId, name })) });
  }
  return places;
};

const memorySecrets = () => {
  const secrets = new Map<string, string>();
  return {
    read: (key: string) => secrets.get(key) ?? null,
    write: (key: string, secret: string) => void secrets.set(key, secret),
    remove: (key: string) => void secrets.delete(key),
  };
};

export const openShop = async (): Promise<Shop> => {
  let now = Date.parse('2026-03-02T09:00:00Z');
  const store = await startPracticeStore({ clock: () => now, quota: { requests: Infinity, windowMs: 30_000 } });
  const folder = makeFolder();
  const secrets = memorySecrets();
  let till = await openTill(folder.path, secrets);
  const places = await makePlaces(till);
  let bound = places[0] as Place;
  return {
    store,
    till: () => till,
    wait: (seconds) => {
      now += seconds * 1_000;
    },
    link: async () => {
      await connect(till, store);
      await till.call('link.bind', bound);
    },
    binding: () => bound,
    outletIds: [...new Set(places.map((place) => place.outletId))],
    rebindTo: async (place) => {
      bound = places[place % places.length] as Place;
      await till.call('link.bind', bound);
    },
    restart: async () => {
      await till.app.stop();
      till = await openTill(folder.path, secrets);
    },
    close: async () => {
      await till.app.stop();
      await store.stop();
      folder.remove();
    },
  };
};
