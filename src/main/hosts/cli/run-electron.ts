import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { PracticeChoice } from '../till.ts';
import { windowIsUp } from '../window-is-up.ts';
import { print } from './output.ts';
import { rootFolder } from './places.ts';
import { untilStopped } from './until-stopped.ts';

export interface ElectronRun {
  readonly binary: string;
  readonly dataFolder: string;
  readonly kiosk: boolean;
  readonly practice: PracticeChoice;
}

const argumentsFor = ({ dataFolder, kiosk, practice: { asked, orders, seed, scenario } }: ElectronRun): string[] => [
  rootFolder,
  `--data=${dataFolder}`,
  ...(kiosk ? ['--kiosk'] : []),
  ...(asked ? ['--practice'] : []),
  ...(orders === undefined ? [] : [`--orders=${orders}`]),
  ...(seed === undefined ? [] : [`--seed=${seed}`]),
  ...(scenario === undefined ? [] : [`--scenario=${scenario}`]),
];

/**
 * Runs the Electron host until its window is closed or this process is told to stop, passing on what it prints.
 * Answers its exit code and whether the window ever came up; where it did not, another host can take its place.
 */
export const runElectron = async (run: ElectronRun): Promise<{ readonly code: number; readonly shown: boolean }> => {
  const child = spawn(run.binary, argumentsFor(run), { stdio: ['ignore', 'pipe', 'ignore'] });
  const exit = once(child, 'exit').then(([code]) => (typeof code === 'number' ? code : 1));
  const failure = once(child, 'error').then(() => 1);
  let shown = false;
  let stopped = false;
  void untilStopped().then(() => {
    stopped = true;
    child.kill('SIGTERM');
  });
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === windowIsUp) shown = true;
    else await print(line);
  }
  const code = await Promise.race([exit, failure]);
  return { code: stopped ? 0 : code, shown };
};
