import { resolve } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { scenarioName } from '../../../contract/training.ts';
import { defaultDataFolder } from '../data-folder.ts';
import { scenarioList } from '../practice/scenarios.ts';
import type { Caller } from './with-app.ts';

const wholeNumber = (text: string): number => {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It has to be a whole number.');
  return Number(text);
};

const portNumber = (text: string): number => {
  const port = wholeNumber(text);
  if (port > 65_535) throw new InvalidArgumentError('A port is at most 65535.');
  return port;
};

interface CommonOptions {
  readonly data?: string;
  readonly as?: string;
  readonly pin?: string;
}

interface StartFlags {
  readonly host?: 'electron' | 'browser';
  readonly port?: number;
  readonly open: boolean;
  readonly kiosk?: true;
  readonly practice?: true;
  readonly orders?: number;
  readonly seed?: number;
  readonly scenario?: string | true;
}

interface PracticeStoreFlags {
  readonly port?: number;
  readonly seed?: number;
  readonly orders: number;
}

interface PrintFlags {
  readonly out?: string;
  readonly pickList?: true;
  readonly again?: true;
}

interface SyncFlags {
  readonly once?: true;
  readonly json?: true;
}

/**
 * The command line (`--help` shows it). Each command is loaded when it is asked for: the app starts sooner. `finish` is given the exit code of the command that ran; a usage error is
 * thrown as commander's `CommanderError`.
 */
export const buildProgram = (finish: (code: number) => void): Command => {
  const program = new Command('tillbridge');
  const common = (): CommonOptions => program.opts<CommonOptions>();
  const dataFolder = (): string => {
    const { data } = common();
    return data === undefined ? defaultDataFolder() : resolve(data);
  };
  const caller = (): Caller => {
    const { as: name, pin } = common();
    if (name === undefined && pin === undefined) return { dataFolder: dataFolder(), signIn: null };
    if (name === undefined || pin === undefined) return program.error('error: --as NAME and --pin PIN go together.');
    return { dataFolder: dataFolder(), signIn: { name, pin } };
  };

  program
    .description('BigCommerce orders become sales on this till.')
    .option('--data <folder>', 'the data folder (or TILLBRIDGE_DATA)')
    .option('--as <name>', 'sign in as this person first')
    .option('--pin <pin>', "the person's PIN")
    .exitOverride();

  program
    .command('start', { isDefault: true })
    .description('start the app (also without a command)')
    .addOption(new Option('--host <host>', 'the host that shows the app').choices(['electron', 'browser']))
    .option('--port <port>', "the browser host's port", portNumber)
    .option('--no-open', 'only print the address')
    .option('--kiosk', 'over the whole display')
    .option('--practice', 'with the built-in practice store, in a data folder of its own')
    .option('--scenario [name]', 'what to practise; without a name, a list of them')
    .option('--orders <n>', 'practice orders at the start', wholeNumber)
    .option('--seed <n>', "the practice store's seed", wholeNumber)
    .allowExcessArguments()
    .action(
      async (
        { host, port, open, kiosk, practice, orders, seed, scenario: named }: StartFlags,
        { args: [unknown] }: Command,
      ) => {
        if (unknown !== undefined) program.error(`error: there is no command '${unknown}'. See --help.`);
        const scenario = named === undefined ? undefined : scenarioName.safeParse(named).data;
        if (named !== undefined && scenario === undefined) {
          const wrong = named === true ? 'Name what to practise' : `There is no scenario '${named}'`;
          program.error(`error: ${wrong}, with --scenario NAME:\n${scenarioList()}`);
        }
        const choice = { asked: practice === true || scenario !== undefined, orders, seed, scenario };
        const shown = { host: host ?? null, port, open, kiosk: kiosk === true };
        const { start } = await import('./start.ts');
        finish(await start({ dataFolder: dataFolder(), ...shown, practice: choice }));
      },
    );

  program
    .command('call')
    .description('one procedure; or with `-` a {"call","input"} line each, from standard input')
    .argument('<noun.verb>')
    .argument('[json]')
    .action(async (name: string, json: string | undefined) => {
      const { callMany, callOne } = await import('./call.ts');
      finish(await (name === '-' ? callMany(caller()) : callOne(caller(), name, json)));
    });

  program
    .command('print')
    .description('records the packing slip of a fulfillment for printing and gives its page')
    .argument('<fulfillmentId>')
    .option('--out <file>', 'write the page there')
    .option('--pick-list', 'the pick list instead')
    .option('--again', 'also what is on paper already')
    .action(async (fulfillmentId: string, { out, pickList, again }: PrintFlags) => {
      const paper = pickList === true ? 'prints.pickList' : 'prints.slip';
      const { printPaper } = await import('./print-paper.ts');
      finish(await printPaper(caller(), { fulfillmentId, paper, out: out ?? null, again: again === true }));
    });

  program
    .command('export-sales')
    .description('the sales of a filter as CSV for a spreadsheet')
    .option('--filter <json>', 'as sales.list reads it', '{}')
    .option('--out <file>', 'write it there')
    .action(async ({ filter, out }: { filter: string; out?: string }) => {
      const { exportSales } = await import('./export-sales.ts');
      finish(await exportSales(caller(), { filter, out: out ?? null }));
    });

  program
    .command('procedures')
    .description('every procedure with its input and output')
    .option('--json', 'as JSON Schema')
    .action(async ({ json }: { json?: true }) => {
      const { listProcedures } = await import('./procedures.ts');
      finish(await listProcedures({ json: json === true }));
    });

  program
    .command('sync')
    .description('pull and replay without a screen')
    .option('--once', 'until nothing is due')
    .option('--json', 'the outcome as JSON')
    .action(async ({ once, json }: SyncFlags) => {
      const { sync } = await import('./sync.ts');
      finish(await sync(caller(), { once: once === true, json: json === true }));
    });

  program
    .command('doctor')
    .description('checks the data folder, its database and its link; changes nothing')
    .option('--json', 'the findings as JSON')
    .option('--bundle <file>', 'also writes a file for support: findings, versions and logs, without secrets')
    .action(async ({ json, bundle }: { json?: true; bundle?: string }) => {
      const { runDoctor } = await import('./doctor.ts');
      finish(await runDoctor(dataFolder(), { json: json === true, bundle: bundle ?? null }));
    });

  program
    .command('backup')
    .description(
      'copies the database into one file, also while Tillbridge runs, and checks the copy; no token is in it',
    )
    .argument('<file>')
    .action(async (file: string) => {
      const { runBackup } = await import('./backup.ts');
      finish(await runBackup(dataFolder(), resolve(file)));
    });

  program
    .command('restore')
    .description('puts a copy in the place of the database, which is kept beside it; says first what would be lost')
    .argument('<file>')
    .option('--yes', 'without asking')
    .action(async (file: string, { yes }: { yes?: true }) => {
      const { runRestore } = await import('./backup.ts');
      finish(await runRestore(dataFolder(), resolve(file), { yes: yes === true }));
    });

  program
    .command('verify')
    .description('whether a dispute file is as it was written; with --data, whether that folder still says the same')
    .argument('<file>')
    .option('--json', 'what was found as JSON')
    .action(async (file: string, { json }: { json?: true }) => {
      const isNamed = common().data !== undefined || Boolean(process.env.TILLBRIDGE_DATA);
      const folder = isNamed ? dataFolder() : null;
      const { verify } = await import('./verify.ts');
      finish(await verify({ file: resolve(file), folder, json: json === true }));
    });

  program
    .command('open')
    .description('another window of the browser host that runs on the data folder')
    .option('--kiosk', 'over the whole display')
    .action(async ({ kiosk }: { kiosk?: true }) => {
      const { runOpen } = await import('./open.ts');
      finish(await runOpen(dataFolder(), { kiosk: kiosk === true }));
    });

  program
    .command('service')
    .description('the file with which this machine starts Tillbridge by itself (systemd, Windows task, launchd)')
    .option('--write', 'puts it where it belongs, and says what to do next')
    .action(async ({ write }: { write?: true }) => {
      const { runService } = await import('./service.ts');
      finish(await runService(dataFolder(), { write: write === true }));
    });

  program
    .command('practice-store')
    .description('only the simulated BigCommerce')
    .option('--port <port>', 'its port', portNumber)
    .option('--seed <n>', 'its seed', wholeNumber)
    .option('--orders <n>', 'orders at the start', wholeNumber, 120)
    .action(async (flags: PracticeStoreFlags) => {
      const { runPracticeStore } = await import('./practice-store.ts');
      finish(await runPracticeStore(flags));
    });

  return program;
};
