/**
 * Whether a request came from another page than ours, or was led here by another name (DNS rebinding).
 * `host` is `127.0.0.1:PORT`, exactly as our own page's browser sends it.
 */
export const isForeign = (header: (name: string) => string | undefined, host: string): boolean => {
  const origin = header('origin');
  const site = header('sec-fetch-site');
  return (
    header('host') !== host ||
    (origin !== undefined && origin !== `http://${host}`) ||
    (site !== undefined && site !== 'same-origin' && site !== 'none')
  );
};
