import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { keepAddress, readAddress } from '../../src/main/hosts/browser/address-file.ts';
import { createHealth } from '../../src/main/hosts/browser/health.ts';
import { type BrowserPlaces, kioskBrowser } from '../../src/main/hosts/cli/kiosk-browser.ts';
import { launchAgent, systemdUnit, windowsTask } from '../../src/main/hosts/cli/service-files.ts';
import { createFakeApp } from '../support/fake-app.ts';
import { startTillbridge } from '../support/started-program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const command = { node: '/opt/node 24/node', script: '/opt/100%/tillbridge.mjs', dataFolder: '/srv/a "b"', port: 4173 };

describe('a till that this machine starts by itself', () => {
  test('systemd: every path is one word whatever is in it; it is ended gently and started again', () => {
    const unit = systemdUnit(command);
    expect(unit).toContain(
      'ExecStart="/opt/node 24/node" "/opt/100%%/tillbridge.mjs" "--data" "/srv/a \\"b\\"" "--host" "browser" "--no-open" "--port" "4173"',
    );
    expect(unit).toMatch(/KillSignal=SIGTERM[\s\S]*TimeoutStopSec=30[\s\S]*Restart=on-failure/);
  });

  test('Windows: one task at sign-in, never two, without an end, and well-formed', () => {
    const task = windowsTask({ ...command, dataFolder: 'C:\\Shops & Co\\till' });
    expect(task).toContain('<Command>/opt/node 24/node</Command>');
    expect(task).toContain('--data &quot;C:\\Shops &amp; Co\\till&quot; --host browser');
    expect(task).toContain('<MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>');
    expect(task).toContain('<ExecutionTimeLimit>PT0S</ExecutionTimeLimit>');
  });

  test('macOS: started again only when it failed', () => {
    expect(launchAgent(command)).toContain('<string>/srv/a &quot;b&quot;</string>');
    expect(launchAgent(command)).toContain('<key>SuccessfulExit</key><false/>');
  });

  test('the command prints what fits this machine, and changes nothing', async () => {
    const folder = join(temporaryFolder(), 'none');
    const program = startTillbridge(folder, ['service']);
    expect(await program.ended()).toBe(0);
    expect(program.lines.join('\n')).toContain(folder);
    expect(existsSync(folder)).toBe(false);
  });
});

describe('full screen in a browser', () => {
  const places = (change: Partial<BrowserPlaces>): BrowserPlaces => ({
    platform: 'linux',
    env: {},
    onPath: () => undefined,
    exists: () => false,
    ...change,
  });
  const shown = { address: 'http://127.0.0.1:4173/#code=x', profile: '/data/kiosk' };

  test('is the first Chromium that there is, with a profile of its own', () => {
    const onPath = (name: string) => (name.startsWith('google') ? `/usr/bin/${name}` : undefined);
    expect(kioskBrowser(places({ onPath }), shown)).toEqual({
      program: '/usr/bin/google-chrome',
      args: expect.arrayContaining(['--kiosk', '--user-data-dir=/data/kiosk', `--app=${shown.address}`]),
    });
  });

  test('is Edge on every Windows, and nothing where there is none', () => {
    const env = { 'ProgramFiles(x86)': 'C:\\Program Files (x86)' };
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
    const windows = places({ platform: 'win32', env, exists: (path) => path === edge });
    expect(kioskBrowser(windows, shown)?.program).toBe(edge);
    expect(kioskBrowser(places({ platform: 'win32', env }), shown)).toBeNull();
    expect(kioskBrowser(places({}), shown)).toBeNull();
  });
});

describe('the browser host as a service', () => {
  test('tells a supervisor on this machine, and no page, that it works; opens another window; ends gently', async () => {
    const folder = temporaryFolder();
    const program = startTillbridge(folder, ['--host', 'browser', '--no-open', '--port', '0', '--orders', '3']);
    onTestFinished(async () => void (await program.stop()));
    const printed = await program.line((line) => line.includes('#code='));
    const address = readAddress(folder);
    expect(printed.endsWith(address ?? '?')).toBe(true);
    if (process.platform !== 'win32') expect(statSync(join(folder, 'window-address')).mode & 0o077).toBe(0);
    const { origin } = new URL(address ?? '');

    const health = await fetch(`${origin}/health`);
    expect(health.status).toBe(200);
    const told = await health.json();
    expect(told).toMatchObject({ ok: true, sync: { waiting: expect.any(Number) } });
    expect(Object.keys(told).sort()).toEqual(['ok', 'sync', 'upSeconds']);
    expect((await fetch(`${origin}/health`, { headers: { origin: 'https://evil.example' } })).status).toBe(403);
    expect((await fetch(`${origin.replace('127.0.0.1', 'localhost')}/health`)).status).toBe(403);

    program.child.kill('SIGTERM');
    expect(await program.ended()).toBe(0);
    expect(readAddress(folder)).toBeNull();
    expect(existsSync(join(folder, 'logs', 'running.json'))).toBe(false);
  });

  test('is unwell once its desk does not answer, and says no more than that', async () => {
    const { app } = createFakeApp();
    let now = 0;
    const health = createHealth(app, () => now);
    now = 90_500;
    // The fake answers with something that is no status.
    expect(await health()).toEqual({ ok: false, upSeconds: 90, sync: null });
  });

  test('"open" says what to do where none runs', async () => {
    const folder = temporaryFolder();
    const program = startTillbridge(folder, ['open']);
    expect(await program.ended()).toBe(1);
    keepAddress(folder, 'http://127.0.0.1:1/#code=x');
    expect(readFileSync(join(folder, 'window-address'), 'utf8')).toBe('http://127.0.0.1:1/#code=x');
  });
});
