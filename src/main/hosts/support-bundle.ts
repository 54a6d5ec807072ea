import { existsSync, readFileSync } from 'node:fs';
import { arch, freemem, release, totalmem } from 'node:os';
import { basename, join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { z } from 'zod';
import type { Finding, ReadProgress } from '../doctor/examine.ts';
import { logFolderOf } from './logs/log.ts';
import { logFilesIn } from './logs/log-file.ts';
import { redact } from './logs/redact.ts';
import { lookInto } from './look-into.ts';
import { writeWhole } from './write-whole.ts';

const secretsByKey = z.record(z.string(), z.string());

/** The machine's tokens, so that they are removed wherever they stand, however they came there. */
const secretsOf = (folder: string): readonly string[] => {
  const file = join(folder, 'secrets.json');
  if (!existsSync(file)) return [];
  try {
    return Object.values(secretsByKey.parse(JSON.parse(readFileSync(file, 'utf8'))));
  } catch {
    // Damaged: the doctor says so; what looks like a token is removed all the same.
    return [];
  }
};

const machine = (version: string) => ({
  tillbridge: version,
  node: process.versions.node,
  electron: process.versions.electron ?? null,
  platform: process.platform,
  system: release(),
  processor: arch(),
  memoryMb: { total: Math.round(totalmem() / 1e6), free: Math.round(freemem() / 1e6) },
  locale: new Intl.DateTimeFormat().resolvedOptions().locale,
  timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
});

/** A log's lines, redacted once more: what an older version wrote was redacted by its own rules. */
const logText = (file: string, secrets: readonly string[]): string =>
  readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => redactedLine(line, secrets))
    .join('\n');

const redactedLine = (line: string, secrets: readonly string[]): string => {
  try {
    return JSON.stringify(redact(JSON.parse(line), secrets));
  } catch {
    // Cut off by a crash.
    return String(redact(line, secrets));
  }
};

/**
 * Writes one file for support: what the doctor finds, versions, the machine, how the window is set, and the logs. No
 * database, no customer, no token. Throws what the file system throws.
 */
export const writeSupportBundle = (
  folder: string,
  {
    file,
    version,
    findings,
  }: { readonly file: string; readonly version: string; readonly findings: readonly Finding[] },
): void => {
  const secrets = secretsOf(folder);
  const json = (value: unknown): Uint8Array => strToU8(`${JSON.stringify(redact(value, secrets), null, 2)}\n`);
  const settings = join(folder, 'desktop.json');
  const files: Record<string, Uint8Array> = {
    'findings.json': json(findings),
    'machine.json': json(machine(version)),
  };
  if (existsSync(settings)) files['desktop.json'] = strToU8(logText(settings, secrets));
  for (const log of logFilesIn(logFolderOf(folder))) files[`logs/${basename(log)}`] = strToU8(logText(log, secrets));
  writeWhole(file, zipSync(files));
};

export interface BundleOrder {
  readonly folder: string;
  readonly version: string;
  /** UTC ms. */
  readonly now: number;
}

/** The bundle inside the data folder itself, where the screens have it written; answers its path. */
export const bundleInto = async (
  { folder, version, now }: BundleOrder,
  onProgress: (progress: ReadProgress) => void,
): Promise<string> => {
  const day = new Date(now).toISOString().slice(0, 19).replaceAll(':', '-');
  const file = join(folder, 'support', `tillbridge-support-${day}.zip`);
  writeSupportBundle(folder, { file, version, findings: await lookInto(folder, version, onProgress) });
  return file;
};
