import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { rootFolder } from '../../test/support/started-program.ts';

/** Where the pictures of docs/screens.md are. */
export const pictures = join(rootFolder, 'docs/images');
export const wide = { width: 1366, height: 768 };
/** The smallest window that the screens are made for. */
export const small = { width: 1024, height: 600 };
const themes = ['light', 'dark'] as const;
/** A picture is part of the repository for ever, so it may not be large. */
const mostBytes = 120_000;

/** Keeps a picture in 256 colours: more a screen has only at the edges of its letters. */
export const keepPicture = async (name: string, png: Buffer): Promise<void> => {
  const path = join(pictures, `${name}.png`);
  const small = await sharp(png).png({ palette: true, effort: 10, dither: 0 }).toBuffer();
  if (small.length > mostBytes) throw new Error(`${path} has ${small.length} bytes; ${mostBytes} are allowed.`);
  writeFileSync(path, small);
  process.stdout.write(`${path} (${Math.ceil(small.length / 1000)} kB)\n`);
};

/** Takes the page as it is in both themes; `*` in the name is the theme. */
export const shoot = async (page: Page, name: string): Promise<void> => {
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await keepPicture(name.replace('*', colorScheme), await page.screenshot());
  }
};

export const chip = (page: Page) => page.locator('button[popovertarget="sync-popover"]');

/** The detail follows the row that has the focus a moment later: until its title is one of the row's lines. */
export const detailFollowed = async (page: Page): Promise<void> => {
  const row = page.locator('#list').getByRole('option', { selected: true }).and(page.locator('[data-active="true"]'));
  const titles = (await row.innerText()).split('\n').map((line) => page.getByText(line, { exact: true }));
  const [first = page.getByText('nothing'), ...others] = titles;
  await page
    .locator('#detail h2')
    .and(others.reduce((any, title) => any.or(title), first))
    .waitFor();
};
