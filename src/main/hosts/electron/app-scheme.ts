import { protocol } from 'electron';
import { appAddress } from '../desktop/page-rules.ts';
import { documentScheme } from '../desktop/print-job.ts';
import { guardHeaders, type RendererFiles } from '../renderer-files.ts';

const { protocol: withColon, host: ourHost } = new URL(appAddress);
const scheme = withColon.slice(0, -1);

/** Has to run before Electron is ready. */
export const registerAppScheme = (): void =>
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    { scheme: documentScheme, privileges: { standard: true } },
  ]);

/** Serves the built renderer under the app's own scheme: no server, no file access. */
export const serveAppScheme = (files: RendererFiles): void =>
  protocol.handle(scheme, ({ url }) => {
    const { host, pathname } = new URL(url);
    const file = host === ourHost ? files(pathname) : null;
    if (file === null) return new Response('Not found.', { status: 404, headers: { ...guardHeaders } });
    return new Response(file.body, { headers: { ...file.headers } });
  });
