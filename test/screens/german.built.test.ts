import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { text as english } from '../../src/renderer/text.ts';
import { german } from '../../src/renderer/text-german/german.ts';
import { launchChromium, whyNoChromium } from '../support/chromium.ts';
import { beyondTheEdges } from './edges.ts';
import { everyPlace, goTo } from './every-place.ts';
import { openShopWindow, people, rows } from './shop-window.ts';

const noChromium = await whyNoChromium();

const smallest = { width: 1024, height: 600 };
/** The design size at 200 %. */
const doubled = { width: 683, height: 384 };

const leaves = (words: unknown): string[] => {
  if (typeof words === 'string') return [words];
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(leaves) : [];
};

/** The register of every test is called as the English wizard would call it; what the audit log recorded stays English. */
const inGerman = new Set([...leaves(german), 'Till 1', 'BigCommerce location']);
/** What only English says. */
const onlyEnglish = new Set(leaves(english).filter((words) => /[a-z]{3}/.test(words) && !inGerman.has(words)));

/** Lines and names of controls on the page that are English words of ours. */
const leftInEnglish = async (page: Page): Promise<string[]> => {
  const shown = await page.evaluate(() => [
    ...document.body.innerText.split('\n'),
    ...[...document.querySelectorAll('[aria-label], [title], [placeholder]')].flatMap((each) =>
      ['aria-label', 'title', 'placeholder'].map((name) => each.getAttribute(name) ?? ''),
    ),
  ]);
  return shown.map((line) => line.trim()).filter((line) => onlyEnglish.has(line));
};

describe.skipIf(noChromium)(`the screens in German, 1024 × 600 ${noChromium || ''}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  test('every screen speaks the system’s German or what was chosen, writes its figures so, and keeps within its edges', async () => {
    const { page } = await openShopWindow(browser, { customers: people(3), locale: 'de-DE', ...smallest });
    await page.getByRole('heading', { name: 'Warenausgang', level: 1 }).waitFor();
    expect(await page.getAttribute('html', 'lang')).toBe('de');
    /** German words are the longest that the screens have. */
    const isSound = async (state: string): Promise<void> => {
      expect(await leftInEnglish(page), state).toEqual([]);
      for (const size of [smallest, doubled]) {
        await page.setViewportSize(size);
        expect(await beyondTheEdges(page), `${state}, ${size.width} wide`).toEqual([]);
      }
      await page.setViewportSize(smallest);
    };
    for (const place of await everyPlace(page)) {
      await goTo(page, place);
      await isSound(place);
    }
    await goTo(page, '/fulfillments');
    await rows(page).first().click();
    await page.locator('#detail').getByRole('heading', { level: 2 }).waitFor();
    await isSound('an order over its list');
    for (const key of ['n', 'x', 'a']) {
      await page.keyboard.press(key);
      await page.locator('#detail fieldset input:focus').waitFor();
      await isSound(`the panel of ${key}`);
      await page.keyboard.press('Escape');
    }
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: 'Befehle' }).waitFor();
    await isSound('commands');
    await page.keyboard.press('Escape');
    await goTo(page, '/sales-history');
    await rows(page).first().click();
    await page.getByRole('heading', { name: 'Positionen' }).waitFor();
    await isSound('a sale over its list');
    expect(await rows(page).first().innerText(), 'money as German writes it').toMatch(/\d,\d\d\s\$/);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Tasten' }).waitFor();
    expect(await leftInEnglish(page), 'keys').toEqual([]);
    await page.keyboard.press('Escape');

    await goTo(page, '/settings/appearance');
    await page.getByRole('radio', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Appearance' }).waitFor();
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    await page.reload();
    await page.getByRole('heading', { name: 'Appearance' }).waitFor();
    await page.getByRole('radiogroup', { name: 'Language' }).getByRole('radio', { name: 'As the system' }).click();
    await page.getByRole('heading', { name: 'Darstellung' }).waitFor();
  });
});
