import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/** No inline script or style, no other host, no frame, on any host of the app. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Sent with everything, pages and answers alike. */
export const guardHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

export interface RendererFile {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
}

/** The file for a URL's path, or null. A path without a file extension is a screen, so the page itself. */
export type RendererFiles = (path: string) => RendererFile | null;

const page = '/index.html';

const headersOf = (path: string): RendererFile['headers'] => ({
  ...guardHeaders,
  'content-type': mediaTypes[extname(path)] ?? 'application/octet-stream',
  // The names of built files carry their hash; only the page that names them may change.
  'cache-control': path === page ? 'no-store' : 'public, max-age=31536000, immutable',
});

/**
 * Reads the built renderer whole. Only what lay in the folder at the start can be answered, so no path leads out of it.
 * Throws an `Error` with a plain sentence when there is no built renderer.
 */
export const loadRendererFiles = async (folder: string): Promise<RendererFiles> => {
  const files = new Map<string, RendererFile>();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries.filter((candidate) => candidate.isFile())) {
    const location = join(entry.parentPath, entry.name);
    const path = `/${relative(folder, location).split(sep).join('/')}`;
    files.set(path, { body: new Uint8Array(await readFile(location)), headers: headersOf(path) });
  }
  if (!files.has(page)) throw new Error('The screens are not built yet. Run `npm run build` once.');
  return (path) => files.get(extname(path) === '' ? page : path) ?? null;
};
