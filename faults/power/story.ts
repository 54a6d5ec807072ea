import { copyFileSync, cpSync, mkdirSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Reader } from '../../src/main/store/connection.ts';
import { openDataFolder } from '../../src/main/store/data-folder.ts';
import { schemaVersion } from '../../src/main/store/migrate.ts';
import { type PracticeStore, startPracticeStore } from '../../src/practice-store/practice-store.ts';
import { makeEarlier, rowsOf, shapeOf } from '../../test/store/earlier-schema.ts';
import { openedByTest } from '../../test/support/opened-by.ts';
import { type Journal, newJournal } from '../kills/journal.ts';
import { setUp } from '../kills/shop.ts';
import { work } from '../kills/staff.ts';
import type { TillProcess } from '../kills/till-process.ts';
import { happenThere } from '../kills/web-shop.ts';
import type { Chance } from '../random.ts';
import type { Acknowledged, Act, Fact } from './act.ts';
import { cutPower } from './cut-power.ts';
import { type Here, rowKinds, whatIsIn } from './here.ts';
import { writeImage } from './image.ts';
import { createRecorder, type Recorder } from './record.ts';

export interface Story {
  readonly acts: readonly Act[];
  readonly journal: Journal;
  readonly placed: readonly number[];
}

interface Shop {
  readonly store: PracticeStore;
  readonly chance: Chance;
  readonly journal: Journal;
  readonly placed: number[];
  /** An empty folder, for the data folders. */
  readonly place: string;
  /** Pieces of work in a day. */
  readonly pieces: number;
  /** Orders that wait for another till; 0: there is none. */
  readonly backlog: number;
}

const databaseIn = (folder: string): string => join(folder, 'tillbridge.db');

/**
 * Records a shop's life: its first day, a day after the power went in the middle of that one, an update that brings an
 * earlier schema to the newest, and a copy that takes the database's place; and the first exchange of a till for which so many
 * orders wait that the log is folded into the database meanwhile.
 */
export const recordStory = async (shop: Omit<Shop, 'journal' | 'placed'>): Promise<Story> => {
  const { place, chance } = shop;
  const whole: Shop = { ...shop, journal: newJournal(), placed: [] };
  const day = await firstDay(whole, newFolder(place, 'day'));
  const cut = Math.floor(day.log.operations.length * (0.6 + 0.3 * chance.next()));
  const again = newFolder(place, 'again');
  writeImage(cutPower(day.log, cut, chance), again);
  const acts = [
    day,
    await dayAfter(whole, again),
    await anUpdate(whole, join(place, 'day'), newFolder(place, 'update')),
    await aRestore(whole, join(place, 'day'), newFolder(place, 'restore')),
    ...(shop.backlog > 0 ? [await aBacklog(shop.backlog, newFolder(place, 'backlog'))] : []),
  ];
  return { acts, journal: whole.journal, placed: whole.placed };
};

const newFolder = (place: string, name: string): string => {
  const folder = join(place, name);
  mkdirSync(folder);
  return folder;
};

/** Notes what the till answered, as it answers it. */
const noting = (recorder: Recorder, { journal, chance }: Shop) => {
  const acknowledged: Acknowledged[] = [];
  const known = new Set<string>();
  const note = (...facts: readonly Fact[]): void => {
    for (const fact of facts) {
      if (known.has(`${fact.what} ${fact.id}`)) continue;
      known.add(`${fact.what} ${fact.id}`);
      acknowledged.push({ fact, line: recorder.answered() });
    }
  };
  const noteOf = (what: 'step' | 'movement' | 'sale', ids: ReadonlySet<string>, before: ReadonlySet<string>) =>
    note(...[...ids].filter((id) => !before.has(id)).map((id) => ({ what, id })));
  return {
    acknowledged,
    note,
    /** One piece of work. */
    work: async (till: TillProcess): Promise<void> => {
      const before = {
        steps: new Set(journal.steps),
        movements: new Set(journal.movements),
        sales: new Set(journal.inStoreSales),
      };
      await work({ till, chance, journal });
      noteOf('step', journal.steps, before.steps);
      noteOf('movement', journal.movements, before.movements);
      noteOf('sale', journal.inStoreSales, before.sales);
    },
    /** An exchange; what is on the screens afterwards has happened. */
    exchange: async (till: TillProcess): Promise<void> => {
      await till.call('sync.now', {});
      const sales = await till.call('sales.list', { limit: 250 });
      note(...sales.rows.map(({ saleId: id }) => ({ what: 'sale', id }) as const));
      const told = await till.call('outbox.list', { ended: true, limit: 250 });
      note(
        ...told.rows
          .filter(({ state, kind }) => state === 'sent' && kind !== 'stock_level')
          .map(({ entryId: id }) => ({ what: 'told entry', id }) as const),
      );
    },
    copy: async (till: TillProcess): Promise<string> => {
      await till.call('staff.signIn', { name: 'Manager', pin: '2468' });
      const { path } = await till.call('backup.make', {});
      note({ what: 'copy', id: basename(path) });
      return path;
    },
  };
};

type Notes = ReturnType<typeof noting>;

const firstDay = async (shop: Shop, folder: string): Promise<Act> => {
  const recorder = createRecorder(folder);
  const notes = noting(recorder, shop);
  await recorder.withTill(async (till) => {
    await setUp(till, shop.store);
    notes.note({ what: 'token', id: shop.store.token });
    shop.placed.push(...shop.store.placeOrders(12));
    await notes.exchange(till);
    await openTill(till, notes);
    await workOn(shop, till, notes, shop.pieces);
    await notes.copy(till);
  });
  // The next morning.
  await recorder.withTill(async (till) => {
    await moveCash(till, notes, 'change for the bank');
    await workOn(shop, till, notes, shop.pieces / 2);
  });
  return {
    name: 'a first day',
    log: recorder.log(),
    goesOn: true,
    passedOver: passedOver(shop),
    acknowledged: notes.acknowledged,
    had: nothing,
  };
};

const nothing = Object.fromEntries(rowKinds.map((kind) => [kind, new Set()])) as unknown as Here;

/** A cursor that ran ahead of its orders would lose them for good: what the store has behind it must be here. */
const passedOver =
  ({ store, placed }: Pick<Shop, 'store' | 'placed'>) =>
  (db: Reader): number[] => {
    const cursor = db.get<{ at: number | null }>('SELECT orders_modified_at AS at FROM cursors')?.at ?? 0;
    const here = new Set(db.all<{ id: number }>('SELECT order_id AS id FROM sales').map(({ id }) => id));
    return placed.filter((id) => {
      const { date_modified: changed, status_id: status } = store.order(id);
      return status > 1 && Date.parse(changed) < cursor && !here.has(id);
    });
  };

const openTill = async (till: TillProcess, { note }: Notes): Promise<void> => {
  const { openingId: id } = await till.call('registers.open', { float: '100' });
  note({ what: 'opening', id });
  await moveCash(till, { note }, 'milk');
};

const moveCash = async (till: TillProcess, { note }: Pick<Notes, 'note'>, reason: string): Promise<void> => {
  await till.call('registers.moveCash', { kind: 'paid_out', amount: '2', reason });
  note({ what: 'drawer move', id: reason });
};

const workOn = async (shop: Shop, till: TillProcess, notes: Notes, pieces: number): Promise<void> => {
  for (let done = 0; done < pieces; done++) {
    happenThere(shop.store, shop.chance, shop.journal, shop.placed);
    if (done % 6 === 5) await notes.exchange(till);
    else await notes.work(till);
  }
  await notes.exchange(till);
};

/** A till opens on what a power cut left, and loses its power again. */
const dayAfter = async (shop: Shop, folder: string): Promise<Act> => {
  const had = wouldBeHere(folder);
  const recorder = createRecorder(folder);
  const notes = noting(recorder, shop);
  await recorder.withTill((till) => workOn(shop, till, notes, shop.pieces / 2));
  return {
    name: 'the day after a power cut',
    log: recorder.log(),
    goesOn: true,
    passedOver: passedOver(shop),
    acknowledged: notes.acknowledged,
    had,
  };
};

/** What the next start finds in a folder, which is left as it is. */
const wouldBeHere = (folder: string): Here => {
  const aside = `${folder}-opened`;
  cpSync(folder, aside, { recursive: true });
  openDataFolder(aside, openedByTest).release();
  return whatIsIn(databaseIn(aside));
};

const anUpdate = async (shop: Shop, from: string, folder: string): Promise<Act> => {
  const file = databaseIn(folder);
  copyFileSync(join(from, 'secrets.json'), join(folder, 'secrets.json'));
  makeEarlier(file, 1 + shop.chance.below(schemaVersion - 1), databaseIn(from));
  const shape = shapeOf(file);
  const rows = JSON.stringify(rowsOf(file, shape));
  const recorder = createRecorder(folder);
  const notes = noting(recorder, shop);
  await recorder.withTill(async (till) => {
    await till.call('sync.status', {});
    for (let done = 0; done < 3; done++) await notes.work(till);
  });
  return {
    name: 'an update',
    log: recorder.log(),
    acknowledged: notes.acknowledged,
    had: nothing,
    rowsStay: (database) => JSON.stringify(rowsOf(database, shape)) === rows,
  };
};

const aRestore = async (shop: Shop, from: string, folder: string): Promise<Act> => {
  cpSync(from, folder, { recursive: true });
  const [copy = ''] = readdirSync(join(folder, 'backups')).filter((name) => name.endsWith('.db'));
  const file = join(folder, 'backups', copy);
  const restores = whatIsIn(file);
  const had = whatIsIn(databaseIn(folder));
  const recorder = createRecorder(folder);
  const notes = noting(recorder, shop);
  await recorder.command(['restore', file]);
  notes.note({ what: 'restore', id: copy });
  await recorder.withTill(async (till) => {
    for (let done = 0; done < 3; done++) await notes.work(till);
  });
  return { name: 'a restore', log: recorder.log(), acknowledged: notes.acknowledged, had, restores };
};

const aBacklog = async (orders: number, folder: string): Promise<Act> => {
  const store = await startPracticeStore({ quota: { requests: Number.POSITIVE_INFINITY, windowMs: 30_000 } });
  const placed: number[] = [];
  const recorder = createRecorder(folder);
  try {
    await recorder.withTill((till) => setUp(till, store));
    placed.push(...store.placeOrders(orders, { statusId: 11, kind: 'plain', linesPerOrder: 3 }));
    // In a start of its own: soon after work at the desk, as linking is, the log grows longer than these orders make it.
    await recorder.withTill((till) => till.call('sync.now', {}));
  } finally {
    await store.stop();
  }
  const log = recorder.log();
  return { name: 'a backlog', log, passedOver: passedOver({ store, placed }), acknowledged: [], had: nothing };
};
