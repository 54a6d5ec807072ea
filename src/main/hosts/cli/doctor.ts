import { resolve } from 'node:path';
import type { CheckName, Finding } from '../../doctor/examine.ts';
import { lookInto } from '../look-into.ts';
import { writeSupportBundle } from '../support-bundle.ts';
import { print, tell } from './output.ts';
import { ownPlaces } from './places.ts';

const names: Readonly<Record<CheckName, string>> = {
  data_folder: 'Data folder',
  disk: 'Disk',
  versions: 'Versions',
  database: 'Database',
  ledger: 'Stock ledger',
  counts: 'Counts',
  evidence: 'Evidence',
  backup: 'Last copy',
  link: 'Link',
  clock: 'Clock',
};

const inWords = ({ check, ok, message, nextStep }: Finding): string => {
  const line = `${ok ? 'ok     ' : 'PROBLEM'}  ${names[check].padEnd(12)}  ${message}`;
  return nextStep === null ? line : `${line}\n${' '.repeat(23)}→ ${nextStep}`;
};

interface DoctorOptions {
  readonly json: boolean;
  /** Where the file for support is written; null: nowhere. */
  readonly bundle: string | null;
}

/**
 * `doctor`: looks at the data folder without changing anything, and writes what it found into a file for support where
 * one is named. 0 when all is well, 1 when something is not.
 */
export const runDoctor = async (folder: string, { json, bundle }: DoctorOptions): Promise<number> => {
  const { version } = ownPlaces();
  const findings = await lookInto(folder, version);
  const ok = findings.every((finding) => finding.ok);
  await print(json ? JSON.stringify({ ok, data: { checks: findings } }) : findings.map(inWords).join('\n'));
  if (bundle !== null) {
    const file = resolve(bundle);
    writeSupportBundle(folder, { file, version, findings });
    tell(`For support: ${file}`);
  }
  return ok ? 0 : 1;
};
