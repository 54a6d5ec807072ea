import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { scenarioName } from '../../../contract/training.ts';
import { defaultDataFolder } from '../data-folder.ts';
import type { PracticeChoice } from '../till.ts';
import { type DeepLink, linkScheme, readDeepLink } from './deep-link.ts';

export interface Launch {
  readonly dataFolder: string;
  readonly practice: PracticeChoice;
  /** The whole display, whatever the settings say. */
  readonly kiosk: boolean;
  /** Started with the computer: in the tray, without a window in front. */
  readonly hidden: boolean;
  readonly link: DeepLink | null;
}

const numberOf = (text: string | undefined): number | undefined =>
  text === undefined || !/^\d{1,9}$/.test(text) ? undefined : Number(text);

const linkIn = (args: readonly string[]): DeepLink | null => {
  const text = args.find((arg) => arg.toLowerCase().startsWith(`${linkScheme}:`));
  return text === undefined ? null : readDeepLink(text);
};

/**
 * What the window was started with: by the command line, which checked it, by a link or by the system. The browser
 * engine's own switches are left to it.
 */
export const readLaunch = (args: readonly string[]): Launch => {
  const ours = args.filter((arg) => /^--(data|practice|orders|seed|scenario|kiosk|hidden)(=|$)/.test(arg));
  const { values } = parseArgs({
    args: ours,
    strict: false,
    options: {
      data: { type: 'string' },
      practice: { type: 'boolean', default: false },
      orders: { type: 'string' },
      seed: { type: 'string' },
      scenario: { type: 'string' },
      kiosk: { type: 'boolean', default: false },
      hidden: { type: 'boolean', default: false },
    },
  });
  const text = (value: string | boolean | undefined): string | undefined =>
    typeof value === 'string' ? value : undefined;
  const data = text(values.data);
  return {
    dataFolder: data === undefined ? defaultDataFolder() : resolve(data),
    practice: {
      asked: values.practice === true,
      orders: numberOf(text(values.orders)),
      seed: numberOf(text(values.seed)),
      scenario: scenarioName.safeParse(text(values.scenario)).data,
    },
    kiosk: values.kiosk === true,
    hidden: values.hidden === true,
    link: linkIn(args),
  };
};
