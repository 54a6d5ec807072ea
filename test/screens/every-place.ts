import type { Page } from 'playwright-core';

/** Every address of the screens, by the part after `#`. */
export const everyPlace = [
  '/fulfillments',
  '/sales-history',
  '/stock',
  '/stock/links',
  '/stock/opening',
  '/stock/proof',
  '/queue',
  ...[
    'till',
    'hand-over',
    'staff',
    'write-back',
    'history',
    'desktop',
    'scanner',
    'appearance',
    'printers',
    'prints',
    'audit',
  ].map((section) => `/settings/${section}`),
] as const;

/** Goes there as the rail and the links do, without reading the page anew, and waits until what it asks for is here. */
export const goTo = async (page: Page, place: string): Promise<void> => {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, place);
  await page.locator(`a[aria-current="page"][href$="#${place}"]`).first().waitFor();
  await page.locator('#list').waitFor();
  await page.locator('p[aria-busy="true"]').first().waitFor({ state: 'detached' });
};
