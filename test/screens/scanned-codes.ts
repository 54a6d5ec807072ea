import type { Page } from 'playwright-core';

/**
 * Codes as a scanner sends them, one right after the other and each ended by Enter, all in one moment: nothing waits for
 * what the screen makes of the one before.
 */
export const scanAll = (page: Page, codes: readonly string[]): Promise<unknown> => {
  const keys = codes.flatMap((code) => [...code, 'Enter']);
  return page.evaluate(`for (const key of ${JSON.stringify(keys)}) {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  }`);
};
