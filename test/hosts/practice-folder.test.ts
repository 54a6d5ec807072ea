import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { renewPracticeFolder } from '../../src/main/hosts/practice/practice-folder.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

describe('the folder of a practice run (N12)', () => {
  test('is empty at each start, whatever the last run left', () => {
    const folder = join(temporaryFolder(), 'practice');
    renewPracticeFolder(folder);
    writeFileSync(join(folder, 'tillbridge.sqlite'), 'old orders');
    renewPracticeFolder(folder);
    expect(readdirSync(folder)).toEqual(['.tillbridge-practice']);
  });

  test('is never one that holds something else: that is refused and left alone', () => {
    const folder = join(temporaryFolder(), 'practice');
    mkdirSync(folder);
    writeFileSync(join(folder, 'accounts.ods'), 'the only copy');
    expect(() => renewPracticeFolder(folder)).toThrow(/holds something other than practice data/);
    expect(existsSync(join(folder, 'accounts.ods'))).toBe(true);
  });
});
