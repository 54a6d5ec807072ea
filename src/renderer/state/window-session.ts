import type { Reply } from '../../contract/procedure.ts';

const storageKey = 'tillbridge.secret';
const codeInAddress = /^#code=([^&]+)$/;

const tradeCode = async (code: string): Promise<string | null> => {
  const response = await fetch('/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  });
  const reply: Reply<{ readonly secret: string }> = await response.json();
  return reply.ok ? reply.data.secret : null;
};

/**
 * The bearer secret of this window: traded once for the code in the launch address, then kept for the life of the tab
 * so that a reload needs no new code. The code leaves the address at once. Null when there is neither.
 */
export const findSecret = async (): Promise<string | null> => {
  const code = codeInAddress.exec(window.location.hash)?.[1];
  if (code === undefined) return sessionStorage.getItem(storageKey);
  history.replaceState(null, '', window.location.pathname);
  // An app that does not answer and a code that it refuses ask the same of staff: open a new address.
  const secret = await tradeCode(decodeURIComponent(code)).catch(() => null);
  if (secret !== null) sessionStorage.setItem(storageKey, secret);
  return secret ?? sessionStorage.getItem(storageKey);
};
