import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DesktopSettings, desktopSettings } from '../../../contract/desktop.ts';
import { writeWhole } from '../write-whole.ts';

/** A tray can be relied on where the system has one; there, closing the window must not stop orders from arriving. */
const usualSettings = (platform: NodeJS.Platform): DesktopSettings => ({
  kiosk: false,
  startWithComputer: false,
  keepRunning: platform === 'win32' || platform === 'darwin',
  notifyOrders: true,
});

export interface SettingsFile {
  readonly read: () => DesktopSettings;
  /** Answers all of them, as they are from now on. */
  readonly change: (
    change: { readonly [K in keyof DesktopSettings]?: DesktopSettings[K] | undefined },
  ) => DesktopSettings;
}

/**
 * `desktop.json` in the data folder. It belongs to this machine: a backup does not carry it to another till. A setting
 * that is missing or damaged is the usual one, so that the window always opens.
 */
export const openSettingsFile = (dataFolder: string, platform: NodeJS.Platform = process.platform): SettingsFile => {
  const file = join(dataFolder, 'desktop.json');
  const usual = usualSettings(platform);
  const read = (): DesktopSettings => {
    if (!existsSync(file)) return usual;
    try {
      const found = desktopSettings.partial().safeParse(JSON.parse(readFileSync(file, 'utf8')));
      return desktopSettings.parse({ ...usual, ...found.data });
    } catch {
      return usual;
    }
  };
  return {
    read,
    change: (change) => {
      const next = desktopSettings.parse({ ...read(), ...withoutGaps(change) });
      writeWhole(file, JSON.stringify(next));
      return next;
    },
  };
};

const withoutGaps = (change: object): object =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
