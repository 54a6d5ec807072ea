import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { Command } from 'commander';
import { developmentKey } from './support-code/development-key.ts';
import { signCode } from './support-code/sign-code.ts';

/** Makes signing keys, and issues the codes with which Retail Support unlocks the import of history (R77). */

const repository = join(import.meta.dirname, '..');
const print = (text: string) => process.stdout.write(`${text}\n`);

const isInRepository = (file: string): boolean => {
  const way = relative(repository, resolve(file));
  return !way.startsWith('..') && !isAbsolute(way);
};

/** Makes a key. The private half goes to a file outside the repository, the public half into support-keys.ts, by hand. */
const newKey = (file: string, { id }: { readonly id: string }): void => {
  if (isInRepository(file))
    throw new Error(`${file} is in the repository. A private key must never be: name another place.`);
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  writeFileSync(file, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600, flag: 'wx' });
  const shown = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
  print(`The private key is in ${file}. Move it to where keys are kept, and leave no copy.`);
  print('Add to supportKeys in src/main/history/support-keys.ts, and release:\n');
  print(`  { keyId: '${id}', publicKey: '${shown}', forPracticeOnly: false },`);
};

interface Issue {
  readonly days: string;
  readonly key?: string;
  readonly practice?: true;
}

const MOST_DAYS = 60;

const issue = (storeHash: string, { days, key, practice }: Issue): void => {
  const count = Number(days);
  if (!Number.isInteger(count) || count < 1 || count > MOST_DAYS) throw new Error(`--days is 1 to ${MOST_DAYS}.`);
  if ((key === undefined) === (practice === undefined)) throw new Error('Name one of --key FILE and --practice.');
  const privateKey = key === undefined ? developmentKey : readFileSync(key, 'utf8');
  const until = new Date(Date.now() + count * 86_400_000);
  const codeId = randomUUID();
  process.stderr.write(`Code ${codeId} for store ${storeHash}, good until ${until.toISOString()}.\n`);
  print(signCode(privateKey, { storeHash, until, codeId }));
};

const program = new Command('support-code').description('Codes that unlock the import of history.');
program
  .command('new-key <file>')
  .description('makes a signing key; its private half goes to FILE, outside the repository')
  .requiredOption('--id <name>', 'a name for it, such as the month')
  .action(newKey);
program
  .command('issue <storeHash>')
  .description('prints a code for one store')
  .option('--days <n>', 'how long it is good for', '14')
  .option('--key <file>', 'the private key')
  .option('--practice', 'signed with the development key: for practice stores only')
  .action(issue);

try {
  program.parse();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
