import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultDataFolder } from '../../src/main/hosts/data-folder.ts';

describe('where a shop’s data is kept', () => {
  test.each([
    ['linux', {}, '/home/ann/.local/share/tillbridge'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/tillbridge'],
    ['darwin', {}, '/home/ann/Library/Application Support/Tillbridge'],
    ['win32', { APPDATA: '/roaming' }, '/roaming/Tillbridge'],
    ['win32', {}, '/home/ann/AppData/Roaming/Tillbridge'],
    ['linux', { TILLBRIDGE_DATA: '/shop', XDG_DATA_HOME: '/data' }, '/shop'],
    ['linux', { TILLBRIDGE_DATA: 'shop' }, resolve('shop')],
  ] as const)('on %s with %o it is %s', (platform, env, folder) => {
    expect(defaultDataFolder({ platform, env, home: '/home/ann' })).toBe(folder);
  });
});
