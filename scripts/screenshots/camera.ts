import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { rootFolder } from '../../test/support/started-program.ts';

/** Where the pictures of docs/screens.md are. */
export const pictures = join(rootFolder, 'docs/images');
export const wide = { width: 1366, height: 768 };
/** The smallest window that the screens are made for. */
export const small = { width: 1024, height: 600 };
const themes = ['light', 'dark'] as const;
/** A picture is part of the repository for ever, so it may not be large. */
const mostBytes = 300_000;

/** Takes the page as it is in both themes; `*` in the name is the theme. */
export const shoot = async (page: Page, name: string): Promise<void> => {
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const path = join(pictures, `${name.replace('*', colorScheme)}.png`);
    await page.screenshot({ path });
    const { size } = statSync(path);
    if (size > mostBytes) throw new Error(`${path} has ${size} bytes; ${mostBytes} are allowed.`);
    process.stdout.write(`${path} (${Math.ceil(size / 1000)} kB)\n`);
  }
};

export const chip = (page: Page) => page.locator('button[popovertarget="sync-popover"]');
