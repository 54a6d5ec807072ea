import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { createServer } from 'vite';

/** Serves the page of components from the sources, on this machine alone. `stop` ends it. */
export const startGallery = async (): Promise<{ readonly address: string; readonly stop: () => Promise<void> }> => {
  const server = await createServer({
    configFile: false,
    root: join(import.meta.dirname, '../../src/renderer'),
    // Apart from the app's own, so that a build at the same time is not disturbed.
    cacheDir: join(import.meta.dirname, '../../node_modules/.cache/component-gallery'),
    plugins: [react()],
    logLevel: 'error',
    server: { host: '127.0.0.1', port: 0, hmr: false },
  });
  await server.listen();
  const address = new URL('component-gallery/', server.resolvedUrls?.local[0]).href;
  return { address, stop: () => server.close() };
};
