import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

const thisMachine = (): Machine => ({ platform: process.platform, env: process.env, home: homedir() });

/** Where this platform keeps an app's data, unless `TILLBRIDGE_DATA` names another folder. Absolute. */
export const defaultDataFolder = ({ platform, env, home }: Machine = thisMachine()): string => {
  if (env.TILLBRIDGE_DATA) return resolve(env.TILLBRIDGE_DATA);
  if (platform === 'win32') return join(env.APPDATA || join(home, 'AppData', 'Roaming'), 'Tillbridge');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Tillbridge');
  return join(env.XDG_DATA_HOME || join(home, '.local', 'share'), 'tillbridge');
};
