import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { workKilledDays } from './kills/working-days.ts';
import { weatherFaults } from './network/bad-weather.ts';
import { recordShop } from './power/power-cuts.ts';
import { whyNoRecorder } from './power/record.ts';
import { asWithNormal } from './power/spoil.ts';

/** `npm run faults -- [f1 | f1-kills | f1-power | f2]… [--rounds N] [--seed S]`: the long form of what `npm test` does in short. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' } },
});

interface Shop {
  readonly rounds: number;
  readonly seed: number;
  readonly folder: string;
}

interface Held {
  readonly complaints: readonly string[];
  /** What was done, in numbers. */
  readonly done: string;
}

interface Fault {
  readonly about: string;
  readonly checked: string;
  /** Rounds of one shop: a failure is found again by its seed and few of them. */
  readonly roundsAShop: number;
  readonly run: (shop: Shop) => Promise<Held>;
  /** Why this machine cannot do it; null where it can. */
  readonly whyNot?: () => string | null;
}

/** In a shop of its own, with what the same record comes to where the database is synced less. */
const loseItsPower = async ({ rounds: cuts, seed, folder }: Shop): Promise<Held> => {
  const shop = await recordShop({ seed, folder, pieces: 30, backlog: 7_000 });
  try {
    const { complaints, started } = await shop.cutOften({ cuts, startsEvery: 25 });
    const worse = Math.ceil(cuts / 5);
    const { bad } = await shop.cutOften({ cuts: worse, spoil: asWithNormal });
    const seen = shop.cutAtLastAnswer(asWithNormal);
    const blind =
      seen.length === 0 ? ['the same with synchronous=NORMAL loses nothing, so this check sees nothing'] : [];
    const done = `${cuts} cuts into ${shop.operations} operations, ${shop.acknowledged} acknowledged facts, ${started} tills started again; with synchronous=NORMAL ${bad} of ${worse} would have lost something`;
    return { complaints: [...complaints, ...blind], done };
  } finally {
    await shop.close();
  }
};

const faults: Readonly<Record<string, Fault>> = {
  'f1-kills': {
    about:
      'working days, each ended by SIGKILL at a random instant: starting, updating the schema, working, pulling, telling, copying',
    checked:
      'after each kill: database sound, nothing acknowledged lost, nothing doubled, ledger and pieces add up, copies whole, an update as if it had not begun or done; in the end: every order once, stock and shipments as an account of its own says',
    roundsAShop: 100,
    run: async ({ rounds: days, seed, folder }) => {
      const { complaints, journal, orders, shipments } = await workKilledDays({ days, seed, folder });
      const { killed, killedUpdates, killedCopies, steps, movements, inStoreSales } = journal;
      const done = `${killed} kills (${killedUpdates} amid an update, ${killedCopies} amid a copy), ${orders} orders, ${steps.size} steps, ${shipments} shipments, ${movements.size} receipts, ${inStoreSales.size} sales in the shop`;
      return { complaints, done };
    },
  },
  'f1-power': {
    about: 'power cuts, each at a random place in the record of all that a till did to its disk',
    checked:
      'after each: it starts by itself, database sound, nothing acknowledged lost (rows, token, copies, a restore), nothing sent that is not known to be; after some: an exchange with the real till until calm',
    roundsAShop: 250,
    whyNot: whyNoRecorder,
    run: loseItsPower,
  },
  f2: {
    about: 'rounds of work in bad weather: network and server faults, a clock that jumps, crashes',
    checked:
      'in the end: every order once with its total, the stock of the shop as the orders say, that of BigCommerce as ours, no shipment twice, nothing waiting without a reason',
    roundsAShop: 60,
    run: async (shop) => {
      const { complaints, orders, shipments, failed, faults: met } = await weatherFaults(shop);
      return {
        complaints,
        done: `${met} faults, ${failed} exchanges failed, ${orders} orders, ${shipments} shipments`,
      };
    },
  },
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Runs one kind in as many shops as it takes. Answers how many failed. */
const runAll = async (name: string, { about, checked, roundsAShop, run, whyNot }: Fault): Promise<number> => {
  const rounds = Number(values.rounds);
  const reason = whyNot?.() ?? null;
  if (reason !== null) {
    say(`${name.toUpperCase()}: skipped: ${reason}.`);
    return 0;
  }
  say(`${name.toUpperCase()}: ${rounds} ${about}. Checked ${checked}.`);
  let failed = 0;
  for (let done = 0, seed = Number(values.seed); done < rounds; seed++) {
    const shop = { rounds: Math.min(roundsAShop, rounds - done), seed, folder: newFolder() };
    const held = await run(shop);
    done += shop.rounds;
    say(`seed ${seed}: ${held.done}: ${held.complaints.length === 0 ? 'held' : 'FAILED'}`);
    for (const complaint of held.complaints) say(`  ${complaint}`);
    if (held.complaints.length === 0) rmSync(shop.folder, { recursive: true });
    else {
      failed += 1;
      say(`  its data folder is kept: ${shop.folder}`);
      say(`  again: npm run faults -- ${name} --rounds ${shop.rounds} --seed ${seed}`);
    }
  }
  return failed;
};

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'tillbridge-faults-'));

let failures = 0;
for (const [name, fault] of Object.entries(faults)) {
  const isAsked = positionals.some((asked) => name === asked || name.startsWith(`${asked}-`));
  if (positionals.length === 0 || isAsked) failures += await runAll(name, fault);
}
say(failures === 0 ? 'All of it held.' : `${failures} shops failed.`);
process.exitCode = failures === 0 ? 0 : 1;
