import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const sources = ['src', 'resources', 'electron.vite.config.ts', 'package.json', 'package-lock.json'];
const results = ['out/main/index.js', 'out/main/tillbridge.js', 'out/preload/index.cjs', 'out/renderer/index.html'];

const changedAt = (path: string): number => statSync(path).mtimeMs;

/** When anything below a source path last changed; a folder's own time tells of files that were removed. */
const lastChange = (path: string): number => {
  if (!existsSync(path)) return 0;
  if (!statSync(path).isDirectory()) return changedAt(path);
  const inside = readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => changedAt(join(path, name)));
  return inside.reduce((latest, at) => Math.max(latest, at), changedAt(path));
};

const isStale = (): boolean => {
  const built = results.map((path) => join(root, path));
  if (!built.every(existsSync)) return true;
  const oldestResult = Math.min(...built.map(changedAt));
  return sources.some((path) => lastChange(join(root, path)) > oldestResult);
};

const buildInto = async (folder: string): Promise<boolean> => {
  const vite = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
  const args = [vite, 'build', '--logLevel', 'error', '--outDir', folder];
  const builder = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = await once(builder, 'exit');
  return code === 0;
};

/** Aside first, then in one rename: whoever runs what is built never meets half of it. */
const build = async (): Promise<boolean> => {
  const aside = join(root, 'node_modules', '.cache', `build-${process.pid}`);
  try {
    if (!(await buildInto(join(aside, 'new')))) return false;
    const out = join(root, 'out');
    if (existsSync(out)) renameSync(out, join(aside, 'old'));
    renameSync(join(aside, 'new'), out);
    return true;
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
};

const buildOrSay = async (): Promise<void> => {
  process.stdout.write('Building the app, which takes a few seconds.\n');
  const problem = await build().then(
    (built) => (built ? null : '`npm run build` shows why.'),
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  if (problem === null) return;
  process.stderr.write(`The app could not be built. ${problem}\n`);
  process.exitCode = 1;
};

if (isStale()) await buildOrSay();
