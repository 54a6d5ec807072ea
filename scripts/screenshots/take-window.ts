import type { Page } from 'playwright-core';
import { goTo } from '../../test/screens/every-place.ts';
import { detailFollowed, shoot, small, wide } from './camera.ts';

/** In German, each in the size in which its words have the least room. */
const takeGerman = async (page: Page): Promise<void> => {
  await page.evaluate("localStorage.setItem('tillbridge.language', 'de')");
  await page.reload();
  await page.setViewportSize(small);
  await goTo(page, '/fulfillments');
  await page.getByRole('option').first().waitFor();
  await shoot(page, 'german-fulfillments-*-1024');
  await page.setViewportSize(wide);
  await goTo(page, '/sales-history');
  await page.locator('#list').focus();
  for (const key of ['Home', 'j']) await page.keyboard.press(key);
  await detailFollowed(page);
  await shoot(page, 'german-sales-history-*');
  await page.evaluate("localStorage.removeItem('tillbridge.language')");
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
};

/** The commands, the keys and the guide, and two screens in German. */
export const takeWindow = async (page: Page): Promise<void> => {
  await page.setViewportSize(wide);
  await goTo(page, '/fulfillments');
  await page.locator('#detail').getByRole('heading', { level: 2 }).waitFor();
  for (const [key, dialog, picture] of [
    ['Control+k', 'Commands', 'commands'],
    ['?', 'Keys', 'keys'],
  ] as const) {
    // What was opened before may have a field that takes the key.
    await page.locator('#list').focus();
    await page.keyboard.press(key);
    await page.getByRole('dialog', { name: dialog }).waitFor();
    await shoot(page, `${picture}-*`);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: dialog }).waitFor({ state: 'hidden' });
  }
  await takeGerman(page);
};
