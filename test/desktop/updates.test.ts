import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../../src/contract/fault.ts';
import type { SyncStatusView } from '../../src/contract/sync.ts';
import { readyToInstall } from '../../src/main/hosts/desktop/install.ts';
import { createUpdateKeeper } from '../../src/main/hosts/desktop/update-keeper.ts';
import { readUpdateRecord, type UpdateRecord, writeUpdateRecord } from '../../src/main/hosts/desktop/update-record.ts';
import { openUpdated, provedGood, RolledBack } from '../../src/main/hosts/desktop/update-start.ts';
import { createLog } from '../../src/main/hosts/logs/log.ts';
import { openConnection } from '../../src/main/store/connection.ts';
import { openDataFolder } from '../../src/main/store/data-folder.ts';
import { openOutlet, openTill } from '../support/linked-till.ts';
import { openedByTest } from '../support/opened-by.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const log = createLog({ write: () => undefined, clock: () => 0, host: 'electron', onFailure: () => undefined });
const calm = { state: 'idle', outbox: { pending: 0, parked: 0 } } as const;

interface Circumstances {
  readonly newest?: string | null;
  readonly fails?: 'looking' | 'fetching';
  readonly record?: UpdateRecord;
}

const keeperOf = ({ newest = '2.0.0', fails, record }: Circumstances = {}) => {
  let open: readonly string[] = [];
  let status: Pick<SyncStatusView, 'state' | 'outbox'> = calm;
  const asked: string[] = [];
  const keeper = createUpdateKeeper({
    source: {
      newest: async () => {
        asked.push('newest');
        if (fails === 'looking') throw new Error('net::ERR_INTERNET_DISCONNECTED');
        return newest;
      },
      download: async () => {
        asked.push('download');
        if (fails === 'fetching') throw new Error('sha512 checksum mismatch');
      },
    },
    status: async () => status,
    openRegisters: async () => open,
    record: record ?? null,
    log,
  });
  return {
    keeper,
    asked,
    openTill: (...names: readonly string[]) => {
      open = names;
    },
    become: (next: Pick<SyncStatusView, 'state' | 'outbox'>) => {
      status = next;
    },
  };
};

const rolledBack: UpdateRecord = { from: '1.0.0', to: '2.0.0', state: 'rolled_back', attempts: 1, refused: ['2.0.0'] };

describe('an update', () => {
  test('is fetched, waits, and may be installed while nothing is going on', async () => {
    const { keeper, asked } = keeperOf();
    await keeper.check();
    expect(keeper.view()).toEqual({ state: 'waiting', version: '2.0.0', reason: null });
    expect(await keeper.needReady()).toBe('2.0.0');
    await keeper.check();
    expect(asked).toEqual(['newest', 'download']);
  });

  test.each([
    ['changes are unsent', { ...calm, outbox: { pending: 3, parked: 0 } }, '3 changes have not been sent'],
    ['orders are coming in', { ...calm, state: 'pulling' as const }, 'Orders are coming in'],
  ])('is refused while %s, says why, and is not forgotten', async (_, busy, why) => {
    const { keeper, become } = keeperOf();
    await keeper.check();
    become(busy);
    await expect(keeper.needReady()).rejects.toMatchObject({
      code: 'update_refused',
      message: expect.stringContaining(why),
    });
    expect(keeper.view()).toMatchObject({ state: 'refused', version: '2.0.0' });
    become(calm);
    expect(await keeper.needReady()).toBe('2.0.0');
  });

  test('is refused while the till is open, and installed once it is closed', async () => {
    const { keeper, openTill: open } = keeperOf();
    await keeper.check();
    open('Till 1', 'Till 2');
    await expect(keeper.needReady()).rejects.toMatchObject({
      code: 'update_refused',
      message: expect.stringContaining('The till is open (Till 1, Till 2)'),
    });
    open();
    expect(await keeper.needReady()).toBe('2.0.0');
  });

  test('is not held up by what waits for somebody to decide: that may be weeks', async () => {
    const { keeper, become } = keeperOf();
    await keeper.check();
    become({ ...calm, outbox: { pending: 0, parked: 2 } });
    expect(await keeper.needReady()).toBe('2.0.0');
  });

  test.each(['looking', 'fetching'] as const)('that failed while %s says so and is tried again', async (fails) => {
    const { keeper, asked } = keeperOf({ fails });
    await keeper.check();
    expect(keeper.view()).toMatchObject({ state: 'failed', reason: expect.stringContaining('tried again') });
    await expect(keeper.needReady()).rejects.toMatchObject({ code: 'no_update' });
    await keeper.check();
    expect(asked.filter((what) => what === 'newest')).toHaveLength(2);
  });

  test('that could not open this shop’s data is never fetched again; a later one is', async () => {
    const refused = keeperOf({ record: rolledBack });
    await refused.keeper.check();
    expect(refused.asked).toEqual(['newest']);
    expect(refused.keeper.view()).toMatchObject({ state: 'rolled_back', version: '2.0.0' });
    const later = keeperOf({ record: rolledBack, newest: '2.0.1' });
    await later.keeper.check();
    expect(later.keeper.view()).toMatchObject({ state: 'waiting', version: '2.0.1' });
  });
});

/** A shop's data folder with one outlet, closed. */
const shopFolder = async () => {
  const till = await openTill();
  await openOutlet(till);
  await till.app.stop();
  return till.folder;
};

const outlets = (folder: string): unknown => {
  const { databaseFile, release } = openDataFolder(folder, openedByTest);
  const db = openConnection(databaseFile, { readonly: true });
  const found = db.all('SELECT name FROM outlets');
  db.close();
  release();
  return found;
};

const start = (dataFolder: string, version = '2.0.0') => ({ dataFolder, version, log });
const install = (dataFolder: string) => readyToInstall({ dataFolder, from: '1.0.0', to: '2.0.0', log });

describe('the first start of a new version', () => {
  test('that cannot open the database puts it back as it was, and names the version that has to come back', async () => {
    const folder = await shopFolder();
    const before = outlets(folder);
    expect(install(folder)).toBe(true);
    const failed = openUpdated(start(folder), async () => {
      // A migration that went wrong half-way, and left the file as nobody can read it.
      writeFileSync(join(folder, 'tillbridge.db'), 'half migrated');
      throw new Refusal('data_folder_unusable');
    });
    await expect(failed).rejects.toThrow(RolledBack);
    await expect(failed).rejects.toMatchObject({ from: '1.0.0', message: expect.stringContaining('Nothing is lost') });
    expect(outlets(folder)).toEqual(before);
    expect(readUpdateRecord(folder)).toMatchObject({ state: 'rolled_back', refused: ['2.0.0'] });
    expect(readFileSync(join(folder, 'after-update', 'tillbridge.db'), 'utf8')).toBe('half migrated');
    // The version that came back opens as ever.
    expect(await openUpdated(start(folder, '1.0.0'), async () => 'open')).toBe('open');
  });

  test('that dies each time before its window is up is taken back at the fourth', async () => {
    const folder = await shopFolder();
    install(folder);
    for (let attempt = 0; attempt < 3; attempt += 1) await openUpdated(start(folder), async () => 'and then it died');
    let opened = false;
    await expect(
      openUpdated(start(folder), async () => {
        opened = true;
      }),
    ).rejects.toThrow(RolledBack);
    expect(opened).toBe(false);
  });

  test('whose window came up has no way back: what was sold since stays', async () => {
    const folder = await shopFolder();
    install(folder);
    await openUpdated(start(folder), async () => 'open');
    provedGood(start(folder));
    const sold = openTill(folder);
    await openOutlet(await sold);
    await (await sold).app.stop();
    const failing = openUpdated(start(folder), async () => {
      throw new Refusal('data_folder_unusable');
    });
    await expect(failing).rejects.toMatchObject({ code: 'data_folder_unusable' });
    expect(outlets(folder)).toHaveLength(2);
  });

  test('that finds the folder in use says nothing about the version', async () => {
    const folder = await shopFolder();
    install(folder);
    const busy = openUpdated(start(folder), async () => {
      throw new Refusal('data_folder_busy');
    });
    await expect(busy).rejects.toMatchObject({ code: 'data_folder_busy' });
    expect(readUpdateRecord(folder)?.state).toBe('installing');
  });

  test('remembers every version that was taken back', async () => {
    const folder = await shopFolder();
    writeUpdateRecord(folder, { ...rolledBack, to: '1.9.0', refused: ['1.9.0'] });
    install(folder);
    await expect(openUpdated(start(folder), () => Promise.reject(new Error('no')))).rejects.toThrow(RolledBack);
    expect(readUpdateRecord(folder)?.refused).toEqual(['1.9.0', '2.0.0']);
  });
});

describe('installing', () => {
  test('does not begin where the database cannot be copied first', async () => {
    const blocked = join(temporaryFolder(), 'file');
    writeFileSync(blocked, '');
    expect(install(blocked)).toBe(false);
    expect(readUpdateRecord(blocked)).toBeNull();
  });
});
