import { z } from 'zod';
import { command, query } from './procedure.ts';
import { nothing } from './values.ts';

/** How the window behaves on this machine. It belongs to the machine, not to the shop's data. */
export const desktopSettings = z.object({
  /** The whole display and nothing else; only a manager leaves it. */
  kiosk: z.boolean(),
  /** Tillbridge starts when somebody signs in to this machine. */
  startWithComputer: z.boolean(),
  /** Closing the window leaves Tillbridge in the tray, where orders go on arriving. */
  keepRunning: z.boolean(),
  /** The system's own notification for orders that arrive while the window is not in front. */
  notifyOrders: z.boolean(),
});
export type DesktopSettings = z.output<typeof desktopSettings>;

/**
 * `none`: this host is not updated by itself. `waiting`: downloaded, and installed by `desktop.installUpdate` or at the
 * next quit. `refused`: downloaded, but not now; `reason` says why. `rolled_back`: that version could not open the
 * shop's data, and the one before it runs again.
 */
export const updateView = z.object({
  state: z.enum(['none', 'current', 'checking', 'downloading', 'waiting', 'refused', 'failed', 'rolled_back']),
  version: z.string().nullable(),
  reason: z.string().nullable(),
});
export type UpdateView = z.output<typeof updateView>;

/** A run that was killed or crashed: when it began, and what it was doing last. */
export const crashView = z.object({ startedAt: z.iso.datetime(), version: z.string(), doing: z.string() });
export type CrashView = z.output<typeof crashView>;

export const desktopProcedures = {
  'desktop.get': query({
    description:
      'How the window behaves on this machine (null where there is none of its own), its update, and how the last run ended.',
    input: nothing,
    output: z.object({ settings: desktopSettings.nullable(), update: updateView, crashed: crashView.nullable() }),
  }),
  'desktop.change': command({
    allowed: 'anyone',
    description: 'Changes how the window behaves. Full screen and starting with the computer need a manager.',
    input: desktopSettings.partial(),
    output: z.object({ settings: desktopSettings }),
  }),
  'desktop.quit': command({
    allowed: 'anyone',
    description: 'Ends the app, as closing its window does. In full screen it needs a manager.',
    input: nothing,
    output: nothing,
  }),
  'desktop.installUpdate': command({
    allowed: 'anyone',
    description: 'Installs a downloaded update now and starts again; refused while work is going on.',
    input: nothing,
    output: z.object({ update: updateView }),
  }),
  'desktop.supportBundle': command({
    allowed: 'anyone',
    description: 'Writes a file for support into the data folder: findings, versions and logs, without secrets.',
    input: nothing,
    output: z.object({ file: z.string() }),
  }),
};
