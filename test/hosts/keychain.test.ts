import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { secretFile } from '../../src/main/hosts/secret-file.ts';
import { rootFolder, startProgram } from '../support/started-program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const standIn = join(rootFolder, 'test/support/electron-stand-in.ts');
const module = join(rootFolder, 'src/main/hosts/electron/keychain.ts');

/** Runs `use` on the Electron host's secret store, in a process where the stand-in is `electron`. */
const withKeychain = async (folder: string, use: string, env: Record<string, string> = {}): Promise<string> => {
  const script = `
    import { keychain } from ${JSON.stringify(module)};
    const store = keychain(${JSON.stringify(folder)});
    try { process.stdout.write(JSON.stringify(${use}) ?? 'nothing') } catch (error) { process.stdout.write(error.message) }`;
  const program = startProgram(['--import', standIn, '--input-type=module', '--eval', script], { env });
  expect(await program.ended()).toBe(0);
  return program.lines.join('\n');
};

describe('the token of a store in the Electron host', () => {
  test('is sealed by the machine’s keychain, never as it is in a file', async () => {
    const folder = temporaryFolder();
    await withKeychain(folder, `store.write('link-1', 'token-1')`);
    expect(readFileSync(join(folder, 'keychain.json'), 'utf8')).not.toContain('token-1');
    expect(existsSync(join(folder, 'secrets.json'))).toBe(false);
    expect(await withKeychain(folder, `store.read('link-1')`)).toBe('"token-1"');
    await withKeychain(folder, `store.remove('link-1')`);
    expect(await withKeychain(folder, `store.read('link-1')`)).toBe('null');
  });

  test('is not kept where there is no keychain: that is refused in words', async () => {
    const folder = temporaryFolder();
    const said = await withKeychain(folder, `store.write('link-1', 'token-1')`, { STAND_IN_KEYCHAIN: 'none' });
    expect(said).toContain('keychain is not available');
    expect(existsSync(join(folder, 'keychain.json'))).toBe(false);
  });

  test('is found where the command line left it, and moves to the keychain when it is entered anew', async () => {
    const folder = temporaryFolder();
    const plain = secretFile(join(folder, 'secrets.json'));
    plain.write('link-1', 'token-1');
    expect(await withKeychain(folder, `store.read('link-1')`, { STAND_IN_KEYCHAIN: 'none' })).toBe('"token-1"');
    await withKeychain(folder, `store.write('link-1', 'token-2')`);
    expect(plain.read('link-1')).toBeNull();
    expect(await withKeychain(folder, `store.read('link-1')`)).toBe('"token-2"');
  });
});
