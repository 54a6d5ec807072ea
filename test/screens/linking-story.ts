import type { Page } from 'playwright-core';
import type { PracticeStore } from '../../src/practice-store/practice-store.ts';

const settings = (page: Page) => page.locator('#list');
const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).first().click();
const rowOf = (page: Page, text: string) => page.locator('#list').getByRole('option').filter({ hasText: text }).first();
const chipSays = (page: Page, text: RegExp): Promise<void> =>
  page.locator('button[popovertarget="sync-popover"]').getByText(text).waitFor({ timeout: 30_000 });

/** Confirms as manager where one is needed: the first time by setting the PIN. */
const setPin = async (page: Page): Promise<void> => {
  const form = page.getByRole('form', { name: 'Set the manager PIN' });
  await form.getByLabel('New PIN').fill('2468');
  await form.getByLabel('The same again').fill('2468');
  await form.getByRole('button', { name: 'Set PIN and go on' }).click();
};

/** Shown at each stop that is worth a picture. */
export type Picture = (name: string) => Promise<void>;

/** From a till that practises to its own, where no store is linked; answers once the wizard is there. */
export const leavePractice = async (page: Page): Promise<void> => {
  await press(page, 'Link your own store');
  await page.getByRole('heading', { name: '1. The store' }).waitFor({ timeout: 30_000 });
  await page.getByText('nothing here is real').waitFor({ state: 'detached' });
};

/** One press of the wizard leads to a till with orders. */
export const practiseFirst = async (page: Page): Promise<void> => {
  await press(page, 'Practise first');
  await page.getByText('Practice store — nothing here is real').waitFor({ timeout: 60_000 });
  await page.locator('#list').getByRole('option').first().waitFor({ timeout: 60_000 });
};

/** Links a store by the wizard, with outlet and register made in it, and waits for the first order. */
export const linkByWizard = async (page: Page, store: PracticeStore, picture: Picture): Promise<void> => {
  await page.getByLabel('Store hash or API path').fill(`${store.baseUrl}/v3/`);
  await page.getByLabel('Access token').fill('mistyped');
  await press(page, 'Test');
  await settings(page)
    .getByRole('alert')
    .getByText('BigCommerce refused the token. Make a new store-level API account in BigCommerce and enter its token.')
    .waitFor();
  await page.getByLabel('Access token').fill(store.token);
  await page.getByLabel('Retail POS plan').selectOption('Standard');
  await press(page, 'Test');
  await page.getByRole('list', { name: 'What the token may do' }).waitFor();
  await picture('link-wizard');
  await page.getByRole('button', { name: 'Link this store' }).scrollIntoViewIfNeeded();
  await picture('link-next');
  await page.getByLabel('Days, figures, money').locator('option[value="en-US"]:checked').waitFor({ state: 'attached' });
  const timeZone = page.getByLabel('Time zone');
  const right = await timeZone.inputValue();
  await timeZone.fill('Moon/Tycho');
  await press(page, 'Link this store');
  await settings(page).getByRole('alert').getByText('"Moon/Tycho" is not a time zone.').waitFor();
  await page.getByText('No store linked').first().waitFor();
  await timeZone.fill(right);
  await press(page, 'Link this store');
  await page.getByText('Retail POS is the system of record').waitFor();
  store.placeOrder({ customer: { firstName: 'Ada', lastName: 'Lovelace' }, statusId: 11 });
  await page.getByRole('link', { name: 'Fulfillments' }).click();
  await rowOf(page, 'Ada Lovelace').waitFor({ timeout: 30_000 });
};

const openLink = async (page: Page): Promise<void> => {
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Settings' }).click();
  await page
    .getByRole('navigation', { name: 'Sections of settings' })
    .getByRole('link', { name: 'BigCommerce store' })
    .click();
};

/** Unlinks, sees that all is still here, and links the same store again after its preview. */
export const unlinkAndLinkAgain = async (
  page: Page,
  store: PracticeStore,
  name: string,
  picture: Picture,
): Promise<void> => {
  await openLink(page);
  await press(page, 'Unlink');
  await page.getByText("Don't unlink and relink your stores unless").waitFor();
  await page.getByLabel("The store's name").fill(name);
  await picture('link-unlink');
  await press(page, 'Unlink this store');
  await setPin(page);
  await page.getByRole('alert').getByText(`The store "${name}" is unlinked`).waitFor();
  await page.getByRole('link', { name: 'Fulfillments' }).click();
  await rowOf(page, 'Ada Lovelace').waitFor();
  await page.getByRole('link', { name: 'Link again' }).click();
  await page.getByLabel('Access token').fill(store.token);
  await press(page, 'Test');
  await page.getByText('New products: 0. Stock movements: 0.').waitFor();
  await picture('link-again');
  await press(page, 'Link it again');
  await page.getByText('Retail POS is the system of record').waitFor();
  await page.getByRole('alert').getByText('is unlinked').waitFor({ state: 'detached' });
};

/** A token that was taken back: the banner's Fix leads to where the next one is entered. */
export const fixToken = async (page: Page, store: PracticeStore, picture: Picture): Promise<void> => {
  await page.getByRole('link', { name: 'Fulfillments' }).click();
  const token = store.replaceToken();
  await page.keyboard.press('s');
  await page.getByRole('alert').getByText('BigCommerce refused the token.').waitFor({ timeout: 30_000 });
  await picture('link-refused');
  await page.getByRole('link', { name: 'Fix' }).click();
  await page.getByLabel('Access token').fill(token);
  await press(page, 'Use this token');
  await chipSays(page, /^Last checked/);
};

/** Records later orders on another register, with the sentence that says so (R7). */
export const rebind = async (page: Page, picture: Picture): Promise<void> => {
  await page.getByLabel('Register', { exact: true }).selectOption('A new register');
  await page.getByLabel('Name of the register').fill('Till 2');
  await page
    .getByText(/^Orders that arrive from now on are recorded on .+ · Till 2\. Sales that are here stay/)
    .waitFor();
  await picture('link-linked');
  await press(page, 'Save');
  await page
    .getByRole('status')
    .getByText(/^Later orders are recorded on .+ · Till 2\.$/)
    .waitFor();
};
