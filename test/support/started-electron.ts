import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { shareChromium } from './chromium.ts';
import { rootFolder, type StartedProgram, startProgram } from './started-program.ts';
import { makeFolder } from './temporary-folder.ts';

const pageOf = (browser: Browser): Page => {
  const page = browser
    .contexts()
    .flatMap((context) => context.pages())
    .find((candidate) => candidate.url().startsWith('https://app.tillbridge/'));
  if (page === undefined) throw new Error('The Electron host shows no window.');
  return page;
};

export interface StartedElectron {
  readonly program: StartedProgram;
  /** The till's only window, as it is first. */
  readonly page: Page;
  /** The same as it is now: another one after a crash. */
  readonly pageNow: () => Page;
  readonly stop: () => Promise<number | null>;
}

/** Runs the built main process and preload on the stand-in, in a Chromium of its own, until its window is up. */
export const startElectronOnStandIn = async (
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<StartedElectron> => {
  const profile = makeFolder();
  const shared = await shareChromium(profile.path);
  const program = startProgram(
    ['--import', join(rootFolder, 'test/support/electron-stand-in.ts'), join(rootFolder, 'out/main/index.js'), ...args],
    { env: { ...env, STAND_IN_CHROMIUM: shared.endpoint, TMPDIR: profile.path }, channel: true },
  );
  const stop = async (): Promise<number | null> => {
    const code = await program.stop();
    await shared.stop();
    profile.remove();
    return code;
  };
  try {
    await program.line((line) => line === 'Window open.');
    const browser = await chromium.connectOverCDP(shared.endpoint);
    return { program, page: pageOf(browser), pageNow: () => pageOf(browser), stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
