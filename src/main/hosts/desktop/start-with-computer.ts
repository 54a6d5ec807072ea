import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Starting with the computer, it waits in the tray until somebody needs it. */
export const startArguments = ['--hidden'];

const quoted = (text: string): string => `"${text.replaceAll(/(["`$\\])/g, '\\$1')}"`;

/** A Linux desktop's autostart entry (freedesktop.org), which Electron does not write. */
export const autostartEntry = (program: string): string =>
  [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Tillbridge',
    `Exec=${[quoted(program), ...startArguments].join(' ')}`,
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');

/** Writes or removes the entry below `configFolder` (`~/.config`). */
export const setAutostart = (configFolder: string, program: string, wanted: boolean): void => {
  const folder = join(configFolder, 'autostart');
  const file = join(folder, 'tillbridge.desktop');
  if (!wanted) {
    rmSync(file, { force: true });
    return;
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, autostartEntry(program));
};
