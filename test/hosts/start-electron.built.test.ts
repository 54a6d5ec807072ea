import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { shareChromium, whyNoChromium } from '../support/chromium.ts';
import { commandLine, rootFolder, startProgram } from '../support/started-program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** A folder as Electron's own installer leaves it, with a shell script as the binary. */
const electronThatRuns = (script: string): string => {
  const folder = temporaryFolder();
  const binary = join(folder, 'electron');
  writeFileSync(binary, `#!/bin/sh\n${script}\n`);
  chmodSync(binary, 0o755);
  return folder;
};

const startOnDesk = (electron: string, args: readonly string[], env: Record<string, string> = {}) =>
  startProgram([commandLine, ...args], {
    env: { ...env, TILLBRIDGE_DATA: temporaryFolder(), DISPLAY: ':0', ELECTRON_OVERRIDE_DIST_PATH: electron },
  });

const noChromium = await whyNoChromium();
const standIn = join(rootFolder, 'test/support/electron-stand-in.ts');

describe.skipIf(process.platform === 'win32')('starting on a desk with Electron', () => {
  test.skipIf(noChromium)(`says so in one line, and ends when its window is closed ${noChromium || ''}`, async () => {
    const shared = await shareChromium(temporaryFolder());
    onTestFinished(shared.stop);
    const electron = electronThatRuns(`shift; exec "${process.execPath}" --import "${standIn}" out/main/index.js "$@"`);
    const program = startOnDesk(electron, ['--orders', '3'], { STAND_IN_CHROMIUM: shared.endpoint });
    await program.line((line) => line.startsWith('Practice store:'));
    expect(program.lines[0]).toBe('Host: Electron, because a display and its binary are here.');
    expect(program.lines[1]).toContain('so 3 practice orders arrive');
    expect(await program.stop()).toBe(0);
    expect(program.lines).toHaveLength(2);
  });

  test('goes on in the browser host where Electron cannot open a window, and says why', async () => {
    const program = startOnDesk(electronThatRuns('exit 1'), ['--no-open', '--port', '0', '--orders', '3']);
    await program.line((line) => line.includes('#code='));
    expect(program.lines[1]).toBe('Host: browser, because Electron could not open a window here.');
    expect(await program.stop()).toBe(0);
  });

  test('does not change the host that was asked for: its failure is the exit code', async () => {
    const program = startOnDesk(electronThatRuns('exit 7'), ['--host', 'electron']);
    expect(await program.ended()).toBe(7);
    expect(program.lines).toEqual(['Host: Electron, because you asked for it.']);
  });
});
