import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { tell } from './output.ts';

const fetchLimitMs = 20_000;

const packageFolder = (): string | null => {
  try {
    return dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  } catch {
    return null;
  }
};

/** Read from the files that Electron's package keeps, not by importing it: the import itself would start a download. */
const installedIn = (folder: string): string | null => {
  const { ELECTRON_OVERRIDE_DIST_PATH: elsewhere } = process.env;
  const pathFile = join(folder, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : 'electron';
  const binary = join(elsewhere ?? join(folder, 'dist'), name);
  return existsSync(binary) ? binary : null;
};

/** Electron's own installer, silenced and with a time limit: whether it worked is seen by looking again. */
const fetchInto = async (folder: string): Promise<void> => {
  const installer = spawn(process.execPath, [join(folder, 'install.js')], { stdio: 'ignore', timeout: fetchLimitMs });
  await once(installer, 'exit');
};

/** The path of Electron's binary, or null when it is not there and (with `fetch`) cannot be had within 20 seconds. */
export const findElectron = async ({ fetch }: { readonly fetch: boolean }): Promise<string | null> => {
  const folder = packageFolder();
  if (folder === null) return null;
  const installed = installedIn(folder);
  if (installed !== null || !fetch) return installed;
  tell('Fetching Electron, which takes 20 seconds at most.');
  await fetchInto(folder);
  return installedIn(folder);
};
