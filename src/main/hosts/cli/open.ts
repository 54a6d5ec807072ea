import { join } from 'node:path';
import { readAddress } from '../browser/address-file.ts';
import { openAddress } from './open-address.ts';
import { print, tell } from './output.ts';

/** `open`: another window of the browser host that runs on the data folder. 1 when none does. */
export const runOpen = async (dataFolder: string, { kiosk }: { readonly kiosk: boolean }): Promise<number> => {
  const address = readAddress(dataFolder);
  if (address === null) {
    tell('No Tillbridge serves a browser from this data folder. Start it with: tillbridge --host browser');
    return 1;
  }
  const found = openAddress(address, { kiosk, profile: join(dataFolder, 'kiosk') });
  if (!found) tell('No Chromium, Chrome or Edge was found for full screen: the usual browser opens instead.');
  await print(address);
  return 0;
};
