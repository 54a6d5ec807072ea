import { app as electron, session, shell } from 'electron';
import { chooseScanner, isReload, mayUse, nextPort, opensOutside } from '../desktop/page-rules.ts';

/** The page may not leave the app, open windows, embed others, or ask the machine for more than a scanner. */
export const confine = (): void => {
  electron.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(({ url }) => {
      if (opensOutside(url)) void shell.openExternal(url);
      return { action: 'deny' };
    });
    const stay = (to: { readonly url: string; readonly isMainFrame: boolean; preventDefault(): void }): void => {
      if (!to.isMainFrame || !isReload(contents.getURL(), to.url)) to.preventDefault();
    };
    contents.on('will-navigate', stay);
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-frame-navigate', stay);
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
  const ours = session.defaultSession;
  ours.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) =>
    answer(mayUse(permission, requestingUrl)),
  );
  ours.setPermissionCheckHandler((_contents, permission, origin) => mayUse(permission, origin));
  ours.setDevicePermissionHandler(({ deviceType, origin }) => mayUse(deviceType, origin));
  ours.on('select-hid-device', (event, { deviceList }, choose) => {
    event.preventDefault();
    choose(chooseScanner(deviceList));
  });
  let lastPort = '';
  ours.on('select-serial-port', (event, ports, _contents, choose) => {
    event.preventDefault();
    lastPort = nextPort(ports, lastPort);
    choose(lastPort);
  });
};
