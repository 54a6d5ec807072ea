import { app as electron, Menu, nativeImage, Tray } from 'electron';
import type { SyncStatusView } from '../../../contract/sync.ts';
import { trayFace } from '../desktop/tray-face.ts';

export interface TrayOptions {
  /** A file's path. */
  readonly icon: string;
  readonly onOpen: () => void;
  readonly onQuit: () => void;
  readonly kiosk: () => boolean;
}

/** The tray's icon, with how much waits. Answers how to show how the exchange stands from now on. */
export const createTray = ({ icon, onOpen, onQuit, kiosk }: TrayOptions): ((status: SyncStatusView) => void) => {
  const tray = new Tray(nativeImage.createFromPath(icon));
  tray.on('click', onOpen);
  return (status) => {
    const { title, tooltip, lines, waiting } = trayFace(status);
    tray.setTitle(title);
    tray.setToolTip(tooltip);
    tray.setContextMenu(
      Menu.buildFromTemplate([
        ...lines.map((label) => ({ label, enabled: false })),
        { type: 'separator' },
        { label: 'Open Tillbridge', click: onOpen },
        { label: 'Quit', enabled: !kiosk(), click: onQuit },
      ]),
    );
    electron.setBadgeCount(waiting);
  };
};
