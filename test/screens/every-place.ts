import type { Page } from 'playwright-core';

const screens = [
  '/fulfillments',
  '/sales-history',
  '/stock',
  '/stock/links',
  '/stock/opening',
  '/stock/proof',
  '/queue',
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

/** Every address of the screens, by the part after `#`; the sections of Settings as the page itself lists them. */
export const everyPlace = async (page: Page): Promise<string[]> => {
  await goTo(page, '/settings');
  const links = page.locator('main nav a[href*="#/settings/"]');
  const sections = await links.evaluateAll((all) =>
    all.map((link) => String(link.getAttribute('href')).replace(/^.*#/, '')),
  );
  return [...screens, ...sections];
};
