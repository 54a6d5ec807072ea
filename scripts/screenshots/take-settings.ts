import type { Page } from 'playwright-core';
import { practicePin } from '../../src/main/hosts/practice/open-practice-till.ts';
import { goTo } from '../../test/screens/every-place.ts';
import { shoot, small, wide } from './camera.ts';

const notice = (page: Page, said: string | RegExp): Promise<void> =>
  page.locator('footer').getByRole('status').getByText(said).waitFor();

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.locator('#list').getByRole('button', { name, exact: true }).click();

const signIn = async (page: Page): Promise<void> => {
  const menu = page.locator('#person-popover');
  await page.getByRole('button', { name: 'Sign in', exact: true }).first().click();
  await menu.getByLabel('PIN').fill(practicePin);
  await page.keyboard.press('Enter');
  await notice(page, 'Signed in: Manager.');
};

/** The till: opened, and as its drawer is counted. */
const takeTill = async (page: Page): Promise<void> => {
  await goTo(page, '/settings/till');
  await page.getByLabel('Cash in the drawer (float)').fill('150');
  await page.keyboard.press('Enter');
  await notice(page, 'Till 1 is open.');
  await shoot(page, 'settings-till-*');
  await press(page, 'Close till…');
  await page.getByRole('radio', { name: 'Coins and notes' }).check();
  for (const [value, pieces] of [
    ['$50.00', '2'],
    ['$20.00', '2'],
    ['$5.00', '2'],
  ] as const) {
    await page.getByLabel(`How many ${value}`).fill(pieces);
  }
  await shoot(page, 'settings-till-close-*');
  await press(page, 'Cancel');
};

const takeStaff = async (page: Page): Promise<void> => {
  await goTo(page, '/settings/staff');
  for (const [name, pin] of [
    ['Ada Okafor', '2580'],
    ['Ben Lindqvist', '1470'],
  ] as const) {
    const add = page.getByRole('region', { name: 'Add somebody' });
    await add.getByLabel('Name').fill(name);
    await add.getByLabel('PIN').fill(pin);
    await add.getByRole('button', { name: 'Add', exact: true }).click();
    await notice(page, `Added: ${name}.`);
  }
  await shoot(page, 'settings-staff-*');
};

const takeBackup = async (page: Page): Promise<void> => {
  await goTo(page, '/settings/backup');
  await press(page, 'Make a copy');
  await notice(page, /^A good copy was made/);
  await page.getByRole('region', { name: 'Copies kept here' }).getByRole('listitem').first().waitFor();
  await shoot(page, 'settings-backup-*');
};

/** A lesson, and what to try below the screen that it is tried on. */
const takeTraining = async (page: Page): Promise<void> => {
  await goTo(page, '/settings/training');
  await shoot(page, 'settings-training-*');
  await press(page, 'Start: Cancelled after packing');
  const band = page.getByRole('region', { name: 'Training: Cancelled after packing' });
  await band.getByRole('link', { name: /^Open order/ }).click();
  await page.locator('#detail').getByRole('button', { name: 'Start picking' }).waitFor();
  await shoot(page, 'training-*');
  await band.getByRole('button', { name: 'End training' }).click();
  await band.waitFor({ state: 'detached' });
};

/** Sections that are shown as they are. */
const asTheyAre = [
  ['hand-over', 'settings-hand-over-*'],
  ['history', 'settings-history-*'],
  ['scanner', 'settings-scanner-*'],
  ['appearance', 'settings-appearance-*'],
  ['keys', 'settings-keys-*'],
  ['outlets', 'settings-outlets-*'],
  ['privacy', 'settings-privacy-*'],
  ['guide', 'guide-*'],
  ['prints', 'settings-prints-*'],
  ['audit', 'settings-audit-*'],
] as const;

/** What Settings has: the till, who works here, and the machine. A manager is signed in. */
export const takeSettings = async (page: Page): Promise<void> => {
  await page.setViewportSize(wide);
  await signIn(page);
  await takeTill(page);
  await takeStaff(page);
  await takeBackup(page);
  await takeTraining(page);
  for (const [section, picture] of asTheyAre) {
    await goTo(page, `/settings/${section}`);
    await shoot(page, picture);
  }
  await page.setViewportSize(small);
  await goTo(page, '/settings/till');
  await shoot(page, 'settings-till-*-1024');
  await page.setViewportSize(wide);
};
