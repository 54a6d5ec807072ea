import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { atRest } from './at-rest.ts';
import { machine, versions } from './machine.ts';
import { apiCost } from './p1-api-cost.ts';
import { importSpeed } from './p2-import.ts';
import { growth } from './p3-growth.ts';
import { growthToMillion } from './p3-million.ts';
import { queries } from './p4-queries.ts';
import { neverWaits } from './p5-never-waits.ts';
import { coldStart } from './p6-cold-start.ts';
import { feel } from './p6-feel.ts';
import { memoryAndDisk } from './p7-memory-and-disk.ts';
import { replaySpeed } from './p8-replay.ts';
import { markdownOf, type Report } from './report.ts';
import { updateResults } from './results-file.ts';
import { openWorkshop, type Workshop } from './workshop.ts';

const measures: Readonly<Record<string, (workshop: Workshop) => Promise<Report>>> = {
  p1: apiCost,
  p2: importSpeed,
  p3: growth,
  'p3-million': growthToMillion,
  p4: queries,
  p5: neverWaits,
  p6: feel,
  p7: memoryAndDisk,
  'cold-start': coldStart,
  'at-rest': atRest,
  p8: replaySpeed,
};

const resultsFile = join(import.meta.dirname, 'RESULTS.md');

const usage = `npm run bench -- [${Object.keys(measures).join(' | ')}]… [--quick] [--json FILE] [--folder DIR]

Without a name everything is measured. A quick run is smaller and rougher, and leaves RESULTS.md as it is.
The shop of a million sales is made in DIR, or taken from there; without it, it is made anew and goes at the end.
`;

const say = (text: string): void => void process.stderr.write(`  ${text}\n`);

interface Run {
  readonly names: readonly string[];
  readonly quick: boolean;
  readonly folder: string | undefined;
  readonly command: string;
}

const run = async ({ names, quick, folder, command }: Run): Promise<Report[]> => {
  const surroundings = `${new Date().toISOString().slice(0, 10)} · ${machine()} · ${versions()} · \`${command}\``;
  const workshop = openWorkshop(quick, say, { kept: folder });
  // Gigabytes of pages must not stay behind when somebody has had enough.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      workshop.close();
      process.exit(1);
    });
  }
  const reports: Report[] = [];
  try {
    for (const name of names) {
      say(name.toUpperCase());
      const found = await measures[name]?.(workshop);
      if (!found) continue;
      const report = { ...found, notes: [surroundings, ...found.notes] };
      process.stdout.write(`${markdownOf(report)}\n\n`);
      reports.push(report);
      if (!quick) updateResults(resultsFile, [markdownOf(report)]);
    }
  } finally {
    workshop.close();
  }
  return reports;
};

const main = async (): Promise<void> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      json: { type: 'string' },
      folder: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  const names = positionals.map((name) => name.toLowerCase());
  const unknown = names.find((name) => !(name in measures));
  if (values.help || unknown !== undefined) {
    if (unknown !== undefined) process.stderr.write(`There is no measure "${unknown}".\n\n`);
    process.stdout.write(usage);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const chosen = [...names, ...(values.quick ? ['--quick'] : [])];
  const command = ['npm run bench', ...(chosen.length > 0 ? ['--', ...chosen] : [])].join(' ');
  const reports = await run({
    names: names.length > 0 ? names : Object.keys(measures),
    quick: values.quick,
    folder: values.folder && resolve(values.folder),
    command,
  });
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(reports, null, 2)}\n`);
};

await main();
