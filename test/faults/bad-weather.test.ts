import { expect, test } from 'vitest';
import { weatherFaults } from '../../faults/network/bad-weather.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const ROUNDS = Number(process.env.ROUNDS ?? 60);
const FIRST_SEED = Number(process.env.SEED ?? 1);

test.each([0, 1, 2].map((more) => FIRST_SEED + more))(
  'whatever goes wrong between till and store, in the end both say the same, and nothing was shipped twice (F2), seed %i',
  { timeout: 240_000 },
  async (seed) => {
    const { complaints, faults, failed, shipments } = await weatherFaults({
      rounds: ROUNDS,
      seed,
      folder: temporaryFolder(),
    });
    expect(complaints).toEqual([]);
    // Fair weather would hold anything.
    expect(faults).toBeGreaterThan(ROUNDS / 2);
    expect(failed).toBeGreaterThan(0);
    expect(shipments).toBeGreaterThan(0);
  },
);
