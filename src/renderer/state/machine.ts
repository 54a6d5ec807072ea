import { text } from '../text.ts';
import type { AppClient } from './bridge.ts';

/** Goes to a screen, by the part of the address after `#`. What is none of ours is no address either. */
export const openScreen = (screen: string): void => {
  if (screen.startsWith('/')) location.hash = screen;
};

interface MachineDeps {
  readonly call: AppClient;
  readonly say: (notice: string) => void;
}

/** A network that comes or goes is tried at once; and staff are told when the last run was cut off. */
export const watchMachine = async ({ call, say }: MachineDeps): Promise<void> => {
  const wakeUp = (): void => void call('sync.wakeUp', {});
  addEventListener('online', wakeUp);
  addEventListener('offline', wakeUp);
  const [about, desktop] = await Promise.all([call('app.about', {}), call('desktop.get', {})]);
  // Practice begins anew each time: there nothing was to be kept.
  if (about.ok && !about.data.practice && desktop.ok && desktop.data.crashed !== null) say(text.machine.cutOff);
};
