import type { Page } from 'playwright-core';
import { shoot, small, wide } from './camera.ts';

const section = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('navigation', { name: 'Sections of settings' }).getByRole('link', { name, exact: true }).click();
  await page.locator('main nav a[aria-current="page"]').getByText(name, { exact: true }).waitFor();
  await page.locator('p[aria-busy="true"]').first().waitFor({ state: 'detached' });
};

/** Settings, the commands and the keys, and the first screen in German. */
export const takeWindow = async (page: Page): Promise<void> => {
  await page.setViewportSize(wide);
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Fulfillments' }).click();
  await page.locator('#detail').getByRole('heading', { level: 2 }).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Commands' }).waitFor();
  await shoot(page, 'commands-*');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  await shoot(page, 'keys-*');
  await page.keyboard.press('Escape');
  for (const [name, picture] of [
    ['Till', 'settings-till'],
    ['Staff and PINs', 'settings-staff'],
    ['Shift hand-over', 'settings-hand-over'],
    ['Import of history', 'settings-history'],
    ['Audit log', 'settings-audit'],
    ['Appearance', 'settings-appearance'],
  ] as const) {
    await section(page, name);
    await shoot(page, `${picture}-*`);
  }
  await page.setViewportSize(small);
  await page.getByRole('radio', { name: 'Deutsch' }).click();
  await page.getByRole('heading', { name: 'Darstellung', level: 2 }).waitFor();
  await page.getByRole('navigation', { name: 'Ansichten' }).getByRole('link', { name: 'Warenausgang' }).click();
  await page.getByRole('option').first().waitFor();
  await shoot(page, 'german-*-1024');
  await page.evaluate('localStorage.removeItem("tillbridge.language")');
  await page.reload();
  await page.setViewportSize(wide);
};
