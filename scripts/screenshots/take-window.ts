import type { Page } from 'playwright-core';
import { shoot, small, wide } from './camera.ts';

const section = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('navigation', { name: 'Sections of settings' }).getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { name, level: 2, exact: true }).waitFor();
  await page.locator('p[aria-busy="true"]').first().waitFor({ state: 'detached' });
};

const pin = '2468';

const staffAndTill = async (page: Page): Promise<void> => {
  await section(page, 'Staff and PINs');
  await page.getByRole('button', { name: 'Sign in', exact: true }).first().click();
  await page.getByLabel('New PIN').fill(pin);
  await page.getByLabel('The same again').fill(pin);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Manager', exact: true }).waitFor();
  await page.keyboard.press('Escape');
  const add = page.getByRole('region', { name: 'Add somebody' });
  await add.getByLabel('Name').fill('Ada Lovelace');
  await add.getByLabel('PIN').fill('1357');
  await add.getByRole('button', { name: 'Add' }).click();
  await page.getByRole('list', { name: 'Who can sign in' }).getByText('Ada Lovelace').waitFor();
  await shoot(page, 'settings-staff-*');
  await section(page, 'Till');
  await page.getByLabel(/^Cash in the drawer/).fill('150');
  await page.getByRole('button', { name: 'Open till' }).click();
  await page.getByRole('button', { name: 'Close till…' }).click();
  await page.getByRole('heading', { name: 'Count the drawer' }).waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.locator('#list').evaluate((list) => list.scrollTo({ top: 0 }));
  await shoot(page, 'settings-till-*');
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
  await staffAndTill(page);
  for (const [name, picture] of [
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
