import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { keepPicture } from './screenshots/camera.ts';

/** CSS pixels of a sheet less its margins: A4, and the roll of a receipt printer that prints pages. */
const papers = [
  { name: 'a4', width: 703, height: 900 },
  { name: '80mm', width: 280, height: 600 },
] as const;

const answer = z.object({ data: z.object({ html: z.string() }) });

/** The page that is printed when `press` asks for that procedure; no dialog opens in a browser without a screen. */
const printedBy = async (page: Page, procedure: string, press: () => Promise<void>): Promise<string> => {
  const response = page.waitForResponse((each) => each.url().endsWith(`/api/call/${procedure}`));
  await press();
  return answer.parse(await (await response).json()).data.html;
};

/** Takes pictures of what the app prints, as it looks on paper. `page` shows Fulfillments, with an order open. */
export const takePaper = async (browser: Browser, page: Page): Promise<void> => {
  const slip = await printedBy(page, 'prints.slip', () => page.keyboard.press('p'));
  await page.getByRole('button', { name: 'Pick round', exact: true }).click();
  await page.getByRole('textbox', { name: 'Boxes on the cart' }).fill('6');
  const round = await printedBy(page, 'prints.pickRound', () =>
    page.getByRole('button', { name: 'Print pick round' }).click(),
  );
  const sheet = await browser.newPage();
  await sheet.emulateMedia({ media: 'print', colorScheme: 'light' });
  for (const { name, width, height } of papers) {
    await sheet.setViewportSize({ width, height });
    for (const [what, html] of [
      ['slip', slip],
      ['round', round],
    ] as const) {
      await sheet.setContent(html);
      await keepPicture(`paper-${what}-${name}`, await sheet.screenshot({ fullPage: name === '80mm' }));
    }
  }
  await sheet.close();
};
