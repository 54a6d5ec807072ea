import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultDataFolder } from '../data-folder.ts';
import type { PracticeChoice } from '../till.ts';

export interface ElectronArguments {
  readonly dataFolder: string;
  readonly practice: PracticeChoice;
}

const numberOf = (text: string | undefined): number | undefined =>
  text === undefined || !/^\d{1,9}$/.test(text) ? undefined : Number(text);

/** What the command line, which checked it, passed on; the browser engine's own switches are left to it. */
export const readArguments = (args: readonly string[]): ElectronArguments => {
  const ours = args.filter((arg) => /^--(data|practice|orders|seed)(=|$)/.test(arg));
  const { values } = parseArgs({
    args: ours,
    options: {
      data: { type: 'string' },
      practice: { type: 'boolean', default: false },
      orders: { type: 'string' },
      seed: { type: 'string' },
    },
  });
  return {
    dataFolder: values.data === undefined ? defaultDataFolder() : resolve(values.data),
    practice: { asked: values.practice, orders: numberOf(values.orders), seed: numberOf(values.seed) },
  };
};
