import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { secretFile } from '../../src/main/hosts/secret-file.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

describe('the file that keeps a BigCommerce token outside the database', () => {
  test('a token is there after a restart, until it is removed', () => {
    const path = join(temporaryFolder(), 'shop', 'secrets.json');
    secretFile(path).write('link-1', 'token-1');
    secretFile(path).write('link-2', 'token-2');
    expect(secretFile(path).read('link-1')).toBe('token-1');
    secretFile(path).remove('link-1');
    secretFile(path).remove('never-there');
    expect(secretFile(path).read('link-1')).toBeNull();
    expect(secretFile(path).read('link-2')).toBe('token-2');
  });

  test.skipIf(process.platform === 'win32')('only its owner may read it, and no draft of it stays behind', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'secrets.json');
    secretFile(path).write('link-1', 'token-1');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['secrets.json']);
  });

  test('where the machine can encrypt, the token does not lie in the file as it is', () => {
    const path = join(temporaryFolder(), 'keychain.json');
    const mirror = (text: string): string => [...text].reverse().join('');
    const store = secretFile(path, mirror, mirror);
    store.write('link-1', 'token-1');
    expect(readFileSync(path, 'utf8')).not.toContain('token-1');
    expect(store.read('link-1')).toBe('token-1');
  });

  test.each(['', '{', '[]', '{"link-1":7}'])('a damaged file (%s) is refused in words, not read as empty', (text) => {
    const path = join(temporaryFolder(), 'secrets.json');
    writeFileSync(path, text);
    expect(() => secretFile(path).read('link-1')).toThrow(/is damaged. Delete it, then link/);
  });
});
