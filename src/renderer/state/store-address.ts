/**
 * Which store is meant by what was pasted: its hash, or the API path that BigCommerce shows beside a new token, such as
 * `https://api.bigcommerce.com/stores/abc123/v3/`. An address of one's own is used as it is; the app refuses all but this
 * machine's.
 */
export const storeAddress = (typed: string): { readonly storeHash: string; readonly apiBase?: string } => {
  const text = typed.trim();
  const path = /^(https?:\/\/[^/]+)\/stores\/([^/?#]+)/.exec(text);
  if (path === null) return { storeHash: text };
  const [, origin = '', storeHash = ''] = path;
  return origin === 'https://api.bigcommerce.com'
    ? { storeHash }
    : { storeHash, apiBase: `${origin}/stores/${storeHash}` };
};
