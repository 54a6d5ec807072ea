import { EventEmitter } from 'node:events';
import { onTask, record } from './record.ts';

interface Item {
  readonly label?: string;
  readonly enabled?: boolean;
  readonly click?: () => void;
}

let menu: readonly Item[] = [];

export const Menu = { buildFromTemplate: (items: readonly Item[]): readonly Item[] => items };
export const nativeImage = { createFromPath: (path: string): { path: string } => ({ path }) };

export class Tray extends EventEmitter {
  constructor(image: { path: string }) {
    super();
    record('tray.icon')(image.path);
    onTask('trayClick', () => void this.emit('click'));
  }
  setTitle = record('tray.setTitle');
  setToolTip = record('tray.setToolTip');
  setContextMenu = (items: readonly Item[]): void => {
    menu = items;
  };
}

onTask('menu', () => menu.map(({ label, enabled }) => ({ label, enabled })));
onTask('chooseFromMenu', (label: string) => menu.find((item) => item.label === label)?.click?.());

const shown: Notification[] = [];

export class Notification extends EventEmitter {
  readonly options: object;
  constructor(options: object) {
    super();
    this.options = options;
  }
  show = (): void => {
    shown.push(this);
    record('notification')(this.options);
  };
}
onTask('clickNotification', () => void shown.at(-1)?.emit('click'));
