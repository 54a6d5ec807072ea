import type { Page } from 'playwright-core';

/**
 * Codes as a scanner sends them, one right after the other and each ended by Enter, all in one moment: nothing waits for
 * what the screen makes of the one before.
 */
export const scanAll = (page: Page, codes: readonly string[]): Promise<unknown> => {
  const keys = codes.flatMap((code) => [...code, 'Enter']);
  return page.evaluate(`
    // Long after any key before, which else might seem to belong to the code.
    const at = performance.now() + 1_000;
    for (const key of ${JSON.stringify(keys)}) {
      const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
      // As from a keyboard: the instant of the key, however long a busy machine takes to come to it.
      Object.defineProperty(event, 'timeStamp', { value: at });
      document.body.dispatchEvent(event);
    }`);
};
