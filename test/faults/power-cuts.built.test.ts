import { expect, test } from 'vitest';
import { recordShop } from '../../faults/power/power-cuts.ts';
import { whyNoRecorder } from '../../faults/power/record.ts';
import { asWithNormal, withoutFolderSyncs } from '../../faults/power/spoil.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const CUTS = Number(process.env.CUTS ?? 40);
const SEED = Number(process.env.SEED ?? 3);

const reason = whyNoRecorder();

test.skipIf(reason !== null)(
  `the power goes ${CUTS} times: whatever the disk made of it, the next start finds all that was acknowledged (F1)${reason === null ? '' : ` (skipped: ${reason})`}`,
  { timeout: 240_000 },
  async () => {
    const shop = await recordShop({ seed: SEED, folder: temporaryFolder(), pieces: 8 });
    try {
      const { complaints } = await shop.cutOften({ cuts: CUTS });
      expect(complaints).toEqual([]);
      expect(shop.acknowledged).toBeGreaterThan(40);
      expect(shop.cutAtLastAnswer()).toEqual([]);
      // The check is one that fails: with less syncing there are losses, and names of files that are gone.
      expect(shop.cutAtLastAnswer(asWithNormal)).toContainEqual(expect.stringMatching(/lost: step/));
      expect(shop.cutAtLastAnswer(withoutFolderSyncs)).toContainEqual(expect.stringMatching(/a restore .* is undone/));
    } finally {
      await shop.close();
    }
  },
);
