import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textOf } from '../print/print-bench.ts';
import { startPrinter } from '../print/receipt-printer.ts';
import { launchChromium, whyNoChromium } from '../support/chromium.ts';
import { detail, openPickShop, type PickShop } from './pick-shop.ts';
import { row } from './shop-window.ts';

const noChromium = await whyNoChromium();

interface Printed {
  readonly html: string;
  /** What the style makes of the heading and of the page itself, as it is printed. */
  readonly headingSize: string;
}

/** What the window's print dialog was opened with, in order: a headless browser has none. */
const printed = (page: Page): Promise<readonly Printed[]> => page.evaluate('window.printed ?? []');

const watchPrints = (page: Page): Promise<void> =>
  page.evaluate(`
    const append = Element.prototype.append;
    Element.prototype.append = function (...nodes) {
      append.apply(this, nodes);
      for (const { contentWindow: view } of nodes.filter((node) => node instanceof HTMLIFrameElement)) {
        view.print = () => {
          const heading = view.document.querySelector('.name, h1');
          (window.printed ??= []).push({
            html: view.document.documentElement.outerHTML,
            headingSize: view.getComputedStyle(heading).fontSize,
          });
        };
      }
    };
  `);

const open = async (
  browser: Browser,
  ...args: Parameters<typeof openPickShop> extends [unknown, ...infer R] ? R : never
): Promise<PickShop> => {
  const shop = await openPickShop(browser, ...args);
  await watchPrints(shop.page);
  return shop;
};

const hasPrinted = (page: Page, count: number) => expect.poll(async () => (await printed(page)).length).toBe(count);

const note = (page: Page, text: string | RegExp): Promise<void> =>
  page.getByRole('contentinfo').getByRole('status').getByText(text).waitFor();

describe.skipIf(noChromium)(`paper, from the screens ${noChromium || ''}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  test('P opens the print dialog with the slip as it will look, and it makes a PDF (R94)', async () => {
    const { page, orders } = await open(browser);
    await row(page, `#${orders[0]}`).click();
    await detail(page).getByRole('button', { name: 'Print slip' }).waitFor();
    await page.keyboard.press('p');
    await hasPrinted(page, 1);
    const [slip] = await printed(page);
    expect(textOf(slip?.html ?? '')).toMatch(
      new RegExp(`Packing slip #${orders[0]} .*3 Blue Mug MUG-BLUE .*1 Assam Tea`),
    );
    expect(slip?.headingSize, 'the style is there, in spite of the window’s policy').toBe('14.6667px');
    await note(page, /went to the print dialog/);

    const sheet = await page.context().newPage();
    await sheet.setContent(slip?.html ?? '');
    for (const size of [{ format: 'A4' }, { format: 'Letter' }, { width: '80mm', height: '297mm' }] as const) {
      const pdf = await sheet.pdf({ ...size, preferCSSPageSize: false });
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
    }
    await sheet.close();
  });

  test('a double press is one print; what is on paper is asked about, and printed again only when somebody says so', async () => {
    const { page, till } = await open(browser);
    const slip = detail(page).getByRole('button', { name: 'Print slip' });
    await slip.dblclick();
    await hasPrinted(page, 1);
    await note(page, /went to the print dialog/);
    await slip.click();
    const question = detail(page)
      .getByRole('alert')
      .filter({ hasText: /Already printed at \d\d:\d\d\. Print it again\?/ });
    await question.getByRole('button', { name: 'Leave it' }).click();
    await question.waitFor({ state: 'detached' });
    await slip.click();
    await question.getByRole('button', { name: 'Print again' }).click();
    await hasPrinted(page, 2);
    expect(textOf((await printed(page))[1]?.html ?? '')).toContain('REPRINT Copy 2');
    const inJournal = async () => (await till.call('prints.journal', {})).rows.map(({ copy, state }) => [copy, state]);
    // The page says that it came out a moment after it did.
    await expect.poll(inJournal).toEqual([
      [2, 'printed'],
      [1, 'printed'],
    ]);
  });

  test('an order that changed since says so in the list and on the record, with the differences, and prints REVISED (R94)', async () => {
    const { page, store, till, orders } = await open(browser);
    await detail(page).getByRole('button', { name: 'Print slip' }).click();
    await hasPrinted(page, 1);
    const orderId = orders[0] ?? 0;
    const [mug] = store.order(orderId).products.map(({ id }) => id);
    store.editLines(orderId, { quantities: [{ lineId: mug ?? 0, quantity: 5 }] });
    await till.call('sync.now', {});
    await row(page, `#${orderId}`).getByText('Revised').waitFor();
    await detail(page).getByText('2 more of Blue Mug: now 5.').waitFor();
    await detail(page).getByRole('button', { name: 'Print revised slip' }).click();
    await hasPrinted(page, 2);
    expect(textOf((await printed(page))[1]?.html ?? '')).toMatch(
      /REVISED Changed since .* 2 more of Blue Mug: now 5\./,
    );
    await row(page, `#${orderId}`).getByText('Revised').waitFor({ state: 'detached' });
  });

  test('the whole New segment goes on one pick round, or only what was added to it by hand', async () => {
    const { page, orders } = await open(browser, [{}, {}, {}]);
    await row(page, `#${orders[1]}`).click();
    await detail(page).getByRole('button', { name: 'Add to round' }).click();
    await page.getByRole('button', { name: 'Pick round: 1 order' }).click();
    await page.getByRole('button', { name: 'Print pick round' }).click();
    await hasPrinted(page, 1);
    await page.getByRole('button', { name: 'Pick round', exact: true }).click();
    await page.getByRole('textbox', { name: 'Boxes on the cart' }).fill('9');
    await page.getByRole('button', { name: 'Print pick round' }).click();
    await hasPrinted(page, 2);
    const [first, second] = (await printed(page)).map(({ html }) => textOf(html));
    expect(first).toMatch(new RegExp(`A #${orders[1]}`));
    expect(second).toMatch(new RegExp(`A #${orders[0]}.*B #${orders[2]}`));
    expect(second).not.toContain(`#${orders[1]}`);
    await page.getByText(`#${orders[1]}: on paper already`).waitFor();
  });

  test('a printer without paper says so at the order, and prints when somebody asks again', async () => {
    const printer = await startPrinter({ paper: 0x60 });
    const { page, till, orders } = await open(browser);
    await till.call('staff.setManagerPin', { pin: '2468' });
    const added = await till.call('printers.add', { name: 'Till printer', host: '127.0.0.1', port: printer.port });
    await till.call('printers.choose', { kind: 'slip', printer: added.printerId });
    await detail(page).getByRole('button', { name: 'Print slip' }).click();
    const trouble = detail(page).getByRole('alert').filter({ hasText: 'Till printer: It is out of paper.' });
    await trouble.waitFor();
    printer.become({});
    await trouble.getByRole('button', { name: 'Print again' }).click();
    await note(page, `Packing slip #${orders[0]} is printed.`);
    expect(printer.documents).toHaveLength(1);
    await trouble.waitFor({ state: 'detached' });
    expect(await printed(page), 'the window printed nothing itself').toEqual([]);
  });

  test('the print journal lists what came out; a printer is added by a manager and printed on', async () => {
    const printer = await startPrinter();
    const { page, till, orders } = await open(browser);
    await detail(page).getByRole('button', { name: 'Print slip' }).click();
    await hasPrinted(page, 1);
    await detail(page).getByRole('link', { name: 'Print journal' }).click();
    await page.getByRole('heading', { name: 'Print journal' }).waitFor();
    const job = page.getByRole('article').filter({ hasText: `Packing slip #${orders[0]}` });
    await job.getByText('Printed', { exact: true }).waitFor();

    await till.call('staff.setManagerPin', { pin: '2468' });
    await page.evaluate("window.location.hash = '/settings/printers'");
    await page.getByLabel('Name', { exact: true }).fill('Till printer');
    await page.getByLabel('Address').fill('127.0.0.1');
    await page.getByLabel('Port').fill(String(printer.port));
    await page.getByRole('button', { name: 'Add printer' }).click();
    const signIn = page.getByRole('form', { name: 'A manager has to confirm this' });
    await signIn.getByRole('combobox', { name: 'Name' }).selectOption('Manager');
    await signIn.getByLabel('PIN').fill('2468');
    await signIn.getByLabel('PIN').press('Enter');
    await page.getByText('Not tested yet').waitFor();
    await page.getByRole('button', { name: 'Test page' }).click();
    await page.getByText('Tells how it stands').waitFor();
    expect(printer.documents).toHaveLength(1);
    await page.getByLabel('Packing slip').selectOption({ label: 'Till printer' });
    await note(page, 'Packing slip: Till printer.');
    await page.evaluate("window.location.hash = '/settings/prints'");
    await job.getByRole('button', { name: 'Print again' }).click();
    await note(page, `Packing slip #${orders[0]} is printed.`);
    expect(printer.documents.at(-1)?.toString('latin1')).toContain('REPRINT');
  });
});
