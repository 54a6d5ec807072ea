import { mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { print, tell } from './output.ts';
import { rootFolder } from './places.ts';
import { launchAgent, type ServiceCommand, systemdUnit, windowsTask } from './service-files.ts';

const usualPort = 4173;

interface ServiceFile {
  readonly text: string;
  readonly file: string;
  /** What the person does next, once it is written. */
  readonly next: string;
  readonly encoding: 'utf8' | 'utf16le';
}

const serviceFile = (platform: NodeJS.Platform, home: string, command: ServiceCommand): ServiceFile => {
  if (platform === 'win32') {
    const file = join(command.dataFolder, 'tillbridge-task.xml');
    const next = `schtasks /Create /TN Tillbridge /XML "${file}" && schtasks /Run /TN Tillbridge`;
    return { text: `\uFEFF${windowsTask(command)}`, file, next, encoding: 'utf16le' };
  }
  if (platform === 'darwin') {
    const file = join(home, 'Library/LaunchAgents/com.tillbridge.service.plist');
    return { text: launchAgent(command), file, next: `launchctl load -w "${file}"`, encoding: 'utf8' };
  }
  const file = join(home, '.config/systemd/user/tillbridge.service');
  const next = 'systemctl --user daemon-reload && systemctl --user enable --now tillbridge';
  return { text: systemdUnit(command), file, next, encoding: 'utf8' };
};

/**
 * `service`: the file with which this machine starts Tillbridge by itself, printed; with `write`, put where it belongs.
 * Says what to do next; changes nothing else.
 */
export const runService = async (dataFolder: string, { write }: { readonly write: boolean }): Promise<number> => {
  const script = join(rootFolder, 'out/main/tillbridge.js');
  const command = { node: process.execPath, script, dataFolder, port: usualPort };
  const { text, file, next, encoding } = serviceFile(process.platform, homedir(), command);
  if (!write) {
    await print(text);
    return 0;
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text, encoding);
  tell(`Written: ${file}\nNext:    ${next}\nThen:    tillbridge open`);
  return 0;
};
