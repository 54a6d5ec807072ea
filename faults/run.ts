import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { workKilledDays } from './kills/working-days.ts';

/** `npm run faults -- [--rounds N] [--seed S]`: the long form of what `npm test` does in short (measures.md, Faults). */
const { values } = parseArgs({ options: { rounds: { type: 'string' }, seed: { type: 'string' } } });

const rounds = Number(values.rounds ?? 1_000);
const seed = Number(values.seed ?? 1);
const say = (line: string) => process.stdout.write(`${line}\n`);

/** Each of them a shop of its own, so that a failure is found again by its seed and few days. */
const DAYS_A_SHOP = 100;

say(
  `F1: ${rounds} working days, each ended by SIGKILL at a random instant; seeds from ${seed} on, ${DAYS_A_SHOP} days a shop.`,
);
let failures = 0;
for (let done = 0, shop = 0; done < rounds; shop++) {
  const days = Math.min(DAYS_A_SHOP, rounds - done);
  const folder = mkdtempSync(join(tmpdir(), 'tillbridge-faults-'));
  const { complaints, journal, orders, shipments } = await workKilledDays({ days, seed: seed + shop, folder });
  done += days;
  say(
    `seed ${seed + shop}: ${journal.killed} kills, ${orders} orders, ${journal.steps.size} steps, ${shipments} shipments, ` +
      `${journal.movements.size} receipts, ${journal.inStoreSales.size} sales in the shop: ${complaints.length === 0 ? 'held' : 'FAILED'}`,
  );
  for (const complaint of complaints) say(`  ${complaint}`);
  if (complaints.length === 0) rmSync(folder, { recursive: true });
  else {
    failures += 1;
    say(`  data folder kept: ${folder}; again with: npm run faults -- --rounds ${days} --seed ${seed + shop}`);
  }
}
say(
  failures === 0
    ? 'Checked after each kill: database sound, nothing acknowledged lost, nothing doubled, ledger and pieces add up; at the end: every order once, stock and shipments as an account of its own says.'
    : `${failures} shops failed.`,
);
process.exitCode = failures === 0 ? 0 : 1;
