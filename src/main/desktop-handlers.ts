import type { Contract } from '../contract/contract.ts';
import type { UpdateView } from '../contract/desktop.ts';
import { Refusal } from '../contract/fault.ts';
import type { Handlers } from '../contract/procedure.ts';
import type { DesktopControls, Session } from './app.ts';
import { type Desk, requireManager } from './desk.ts';

type DesktopProcedure = Extract<keyof Contract, `desktop.${string}`>;

const notUpdated: UpdateView = { state: 'none', version: null, reason: null };

/** What the app asks of the machine it runs on. On a host without a window of its own each command is refused. */
export const desktopHandlers = ({
  options,
  supportFile,
}: Desk): Pick<Handlers<Contract, Session>, DesktopProcedure> => {
  const controls = (): DesktopControls => {
    if (!options.desktop) throw new Refusal('no_window');
    return options.desktop;
  };
  return {
    'desktop.get': () => ({
      settings: options.desktop?.settings() ?? null,
      update: options.desktop?.update() ?? notUpdated,
      crashed: options.crashed?.() ?? null,
    }),
    'desktop.change': (change, session) => {
      const desktop = controls();
      const managers = change.kiosk !== undefined || change.startWithComputer !== undefined;
      if (managers) requireManager(session);
      return { settings: desktop.change(change) };
    },
    'desktop.quit': (_input, session) => {
      const desktop = controls();
      if (desktop.settings().kiosk) requireManager(session);
      desktop.quit();
      return {};
    },
    'desktop.installUpdate': async () => {
      const update = await controls().installUpdate();
      if (update === null) throw new Refusal('no_update');
      return { update };
    },
    'desktop.supportBundle': async () => ({ file: await supportFile.write() }),
  };
};
