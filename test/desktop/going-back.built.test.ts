import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { Refusal } from '../../src/contract/fault.ts';
import { wayBackQuestion } from '../../src/main/hosts/desktop/way-back.ts';
import { openShop, sumsOf } from '../backup/backup-shop.ts';
import { shareChromium, whyNoChromium } from '../support/chromium.ts';
import { rootFolder, startProgram } from '../support/started-program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const noChromium = await whyNoChromium();

/** A shop with one copy, closed, its database cut off. */
const damagedShop = async () => {
  const { till, folder } = await openShop(6);
  const { path } = await till.call('backup.make', {});
  await till.app.stop();
  const file = join(folder, 'tillbridge.db');
  const sums = sumsOf(file);
  truncateSync(file, 20_480);
  return { folder, file, path, sums };
};

describe('an installed app whose data is damaged (F4)', () => {
  test('offers the last good copy, another one, or to quit; what else is the matter it only says', async () => {
    const { folder, path } = await damagedShop();
    const question = wayBackQuestion(new Refusal('data_folder_damaged'), folder, 'That file cannot be restored.');
    expect(question?.box.buttons).toEqual(['Restore the last good copy', 'Choose another copy…', 'Quit']);
    expect(question?.does[0]).toEqual({ to: 'restore', file: path });
    expect(question?.does[question.box.cancelId]).toEqual({ to: 'quit' });
    expect(question?.box.detail).toMatch(
      /^That file cannot be restored\.\n\nThe last good copy is of .*staff recorded since/s,
    );
    expect(JSON.stringify(question)).not.toContain('tillbridge restore');
    const empty = temporaryFolder();
    expect(wayBackQuestion(new Refusal('data_folder_emptied'), empty, null)?.box.buttons).toEqual([
      'Choose a copy…',
      'Quit',
    ]);
    expect(wayBackQuestion(new Refusal('data_folder_busy'), folder, null)).toBeNull();
    expect(wayBackQuestion(new Error('A bug.'), folder, null)).toBeNull();
  });

  test.skipIf(noChromium)(`restores it at the press of a button, and starts again ${noChromium || ''}`, async () => {
    const { folder, file, sums } = await damagedShop();
    const shared = await shareChromium(temporaryFolder());
    onTestFinished(shared.stop);
    const main = [
      join(rootFolder, 'test/support/electron-stand-in.ts'),
      join(rootFolder, 'out/main/index.js'),
    ] as const;
    const start = (answer: number) =>
      startProgram(['--import', main[0], main[1], `--data=${folder}`], {
        env: { STAND_IN_CHROMIUM: shared.endpoint, STAND_IN_ANSWERS: JSON.stringify([answer]) },
      });
    const quit = start(2);
    expect(await quit.ended()).toBe(1);
    const restored = start(0);
    expect(await restored.ended()).toBe(0);
    expect(restored.lines).toContain('Stand-in: relaunch.');
    expect(sumsOf(file)).toEqual(sums);
  });
});
