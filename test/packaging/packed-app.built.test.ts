import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import config from '../../packaging/electron-builder.config.mjs';
import { filesToPack } from '../../packaging/files-to-pack.ts';
import { updateFiles, withRollout } from '../../packaging/set-rollout.ts';
import { stage } from '../../packaging/stage.ts';
import { releaseFiles } from '../../src/main/hosts/releases.ts';
import { shareChromium, whyNoChromium } from '../support/chromium.ts';
import { rootFolder, startProgram } from '../support/started-program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const noChromium = await whyNoChromium();
const files = filesToPack(rootFolder);
const names = files.map(({ to }) => to);
const megabyte = 1_000_000;

/** Some packages run from a folder that is called `src`. */
const isEntry = (name: string): boolean => {
  const [, folder] = /^(node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(name) ?? [];
  if (folder === undefined) return false;
  const { main } = JSON.parse(readFileSync(join(rootFolder, folder, 'package.json'), 'utf8'));
  return typeof main === 'string' && join(folder, main) === join(name);
};

describe('what would be packed', () => {
  test('is no development file: no source, test, map, document, secret, or other system’s tool', () => {
    const development = [
      /\.(ts|tsx|map|md|gyp|cc|cpp|c|h|hpp|patch|sh|log|env|db|pem|key)$/,
      /(^|\/)(tests?|src|deps|docs|bench|scripts|packaging|\.github|\.ci)\//,
      /(^|\/)\.[^/]+$/,
      /package-lock\.json|tsconfig|biome\.json|knip\.json|vitest|CHANGELOG|CONTRIBUTING/,
      /node_modules\/(electron|vite|typescript|vitest|playwright-core|@biomejs|react|@sparticuz|node-(linux|win|darwin|bin))/,
    ];
    const found = names.filter((name) => development.some((pattern) => pattern.test(name)));
    expect(found.filter((name) => !isEntry(name))).toEqual([]);
  });

  test('is all that runs: both processes, the threads, the screens, the database’s binaries for every system', () => {
    const needed = [
      'out/main/index.js',
      'out/main/sync-worker.js',
      'out/main/page-reader-worker.js',
      'out/main/practice-store-worker.js',
      'out/preload/index.cjs',
      'out/renderer/index.html',
      'resources/tray.png',
      'LICENSE',
      ...['win32-x64', 'darwin-x64', 'darwin-arm64', 'linux-x64'].map(
        (system) => `node_modules/better-sqlite3/prebuilds/${system}.node`,
      ),
    ];
    expect(needed.filter((name) => !names.includes(name))).toEqual([]);
  });

  test('is small', () => {
    const bytes = files.reduce((sum, { from }) => sum + statSync(from).size, 0);
    expect(bytes / megabyte).toBeLessThan(40);
    expect(files.length).toBeLessThan(1_500);
  });

  test.skipIf(noChromium)(
    `runs as it is packed, with nothing of this repository in reach ${noChromium || ''}`,
    async () => {
      const app = join(temporaryFolder(), 'app');
      stage(rootFolder, app);
      expect(JSON.parse(readFileSync(join(app, 'package.json'), 'utf8'))).toMatchObject({
        main: 'out/main/index.js',
        dependencies: { 'better-sqlite3': expect.any(String) },
      });
      const shared = await shareChromium(temporaryFolder());
      onTestFinished(shared.stop);
      const standIn = join(rootFolder, 'test/support/electron-stand-in.ts');
      const program = startProgram(
        ['--import', standIn, join(app, 'out/main/index.js'), `--data=${temporaryFolder()}`, '--orders=3'],
        { env: { STAND_IN_CHROMIUM: shared.endpoint }, channel: true },
      );
      await program.line((line) => line === 'Window open.');
      expect(await program.stop()).toBe(0);
    },
  );
});

describe('how it is packed', () => {
  test('every fuse is set: no Node mode, no debugger, no options from outside, only our own sealed code', () => {
    expect(config.electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
    });
    expect(config).toMatchObject({ asar: true, asarUnpack: ['**/*.node'] });
    expect(config).not.toHaveProperty('asar.disableIntegrity');
  });

  test('for macOS hardened, notarised where a maintainer can, and asking for nothing but V8', () => {
    expect(config.mac).toMatchObject({ hardenedRuntime: true, entitlements: 'entitlements.mac.plist' });
    const entitlements = readFileSync(join(rootFolder, 'packaging/entitlements.mac.plist'), 'utf8');
    expect([...entitlements.matchAll(/<key>(.*)<\/key>/g)].map(([, key]) => key)).toEqual([
      'com.apple.security.cs.allow-jit',
    ]);
  });

  test('for the version of Electron that is tested, from where updates are looked for, with the link’s scheme', () => {
    const manifest = JSON.parse(readFileSync(join(rootFolder, 'package.json'), 'utf8'));
    expect(config.electronVersion).toBe(manifest.devDependencies.electron);
    const { owner, repo } = config.publish;
    expect(releaseFiles('1.2.3')).toBe(`https://github.com/${owner}/${repo}/releases/download/v1.2.3`);
    expect(config.protocols).toEqual([expect.objectContaining({ schemes: ['tillbridge'] })]);
  });

  test('uninstalling leaves the shop’s data', () => {
    expect(config.nsis.deleteAppDataOnUninstall).toBe(false);
  });

  test('every icon was made from the one source', () => {
    const source = readFileSync(join(rootFolder, 'resources/icon.svg'), 'utf8');
    const madeFrom = readFileSync(join(rootFolder, 'resources/icons/made-from.txt'), 'utf8').trim();
    expect(createHash('sha256').update(source).digest('hex'), 'run `npm run icons`').toBe(madeFrom);
  });
});

describe('a version that goes to some machines first', () => {
  const yaml = 'version: 1.2.3\nfiles:\n  - url: a.exe\nreleaseDate: x\n';

  test('says so in each update file, and later to all', () => {
    const some = withRollout(yaml, 10);
    expect(some).toBe(`${yaml}stagingPercentage: 10\n`);
    expect(withRollout(some, 50)).toBe(`${yaml}stagingPercentage: 50\n`);
    expect(withRollout(some, 100)).toBe(yaml);
    expect(updateFiles).toContain('latest.yml');
  });

  test.each([0, 101, 12.5, Number.NaN])('is refused for a share that is none: %s', (percent) => {
    expect(() => withRollout(yaml, percent)).toThrow('1 to 100 percent');
  });
});
