import { describe, expect, test } from 'vitest';
import { chooseHost } from '../../src/main/hosts/cli/choose-host.ts';

const noElectron = async (): Promise<string | null> => null;
const electron = async (): Promise<string | null> => '/electron';
const neverAsked = async (): Promise<string | null> => {
  throw new Error('Electron was looked for.');
};

describe('which host shows the app', () => {
  test('a machine without a display gets the browser host, and Electron is not even looked for', async () => {
    const { host, why } = await chooseHost({ asked: null, platform: 'linux', env: {}, findElectron: neverAsked });
    expect(host).toEqual({ kind: 'browser' });
    expect(why).toBe('this machine has no display for Electron');
  });

  test.each([
    ['linux', { DISPLAY: ':0' }],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }],
    ['win32', {}],
    ['darwin', {}],
  ] as const)('a desk (%s, %o) with Electron gets its window', async (platform, env) => {
    const { host } = await chooseHost({ asked: null, platform, env, findElectron: electron });
    expect(host).toEqual({ kind: 'electron', binary: '/electron' });
  });

  test('a desk whose Electron cannot be had gets the browser host, and is told why', async () => {
    const choice = await chooseHost({
      asked: null,
      platform: 'linux',
      env: { DISPLAY: ':0' },
      findElectron: noElectron,
    });
    expect(choice).toEqual({
      host: { kind: 'browser' },
      why: "Electron's binary is not here and could not be fetched",
    });
  });

  test('what a person asks for is done, or refused in a sentence', async () => {
    const here = { platform: 'linux', env: {} } as const;
    expect((await chooseHost({ asked: 'browser', ...here, findElectron: neverAsked })).host.kind).toBe('browser');
    expect((await chooseHost({ asked: 'electron', ...here, findElectron: electron })).host.kind).toBe('electron');
    const refused = chooseHost({ asked: 'electron', ...here, findElectron: noElectron });
    await expect(refused).rejects.toThrow('Use --host browser.');
  });
});
