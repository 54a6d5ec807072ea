import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type CheckName, examine, type Finding } from '../../doctor/examine.ts';
import { secretFile } from '../secret-file.ts';
import { print } from './output.ts';
import { sourcePlaces } from './places.ts';

const names: Readonly<Record<CheckName, string>> = {
  data_folder: 'Data folder',
  disk: 'Disk',
  versions: 'Versions',
  database: 'Database',
  ledger: 'Stock ledger',
  link: 'Link',
  clock: 'Clock',
};

const inWords = ({ check, ok, message, nextStep }: Finding): string => {
  const line = `${ok ? 'ok     ' : 'PROBLEM'}  ${names[check].padEnd(12)}  ${message}`;
  return nextStep === null ? line : `${line}\n${' '.repeat(23)}→ ${nextStep}`;
};

/** `doctor`: looks at the data folder without changing anything. 0 when all is well, 1 when something is not. */
export const runDoctor = async (folder: string, { json }: { readonly json: boolean }): Promise<number> => {
  const secrets = secretFile(join(folder, 'secrets.json'));
  const findings = await examine({
    folder,
    version: sourcePlaces().version,
    clock: Date.now,
    readToken: secrets.read,
    hasKeychain: existsSync(join(folder, 'keychain.json')),
  });
  const ok = findings.every((finding) => finding.ok);
  await print(json ? JSON.stringify({ ok, data: { checks: findings } }) : findings.map(inWords).join('\n'));
  return ok ? 0 : 1;
};
