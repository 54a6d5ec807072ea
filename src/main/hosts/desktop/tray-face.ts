import type { SyncState, SyncStatusView } from '../../../contract/sync.ts';

const standing: Readonly<Record<SyncState, string>> = {
  not_linked: 'No store is linked',
  not_bound: 'No outlet is chosen',
  refused: 'BigCommerce refused the token',
  paused: 'Paused: the plan was lost',
  offline: 'Offline',
  slow: 'BigCommerce is slow',
  pulling: 'Reading orders',
  idle: 'Up to date',
};

export interface TrayFace {
  /** Beside the icon, where the system shows text there. */
  readonly title: string;
  readonly tooltip: string;
  /** The first lines of the menu; nothing happens when they are chosen. */
  readonly lines: readonly string[];
  /** Unsent changes: the badge's number. */
  readonly waiting: number;
}

/** What the tray says: how the exchange stands, and how much waits. */
export const trayFace = ({ state, outbox, held }: Pick<SyncStatusView, 'state' | 'outbox' | 'held'>): TrayFace => {
  const waiting = outbox.pending + outbox.parked;
  const lines = [
    standing[state],
    waiting === 0 ? 'Everything has been sent' : `Waiting to be sent: ${waiting}`,
    ...(held === 0 ? [] : [`Orders held: ${held}`]),
  ];
  return {
    title: waiting === 0 ? '' : String(waiting),
    tooltip: `Tillbridge: ${lines.map((line, index) => (index === 0 ? line : line.toLowerCase())).join(', ')}`,
    lines,
    waiting,
  };
};
