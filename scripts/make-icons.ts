import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchChromium } from '../test/support/chromium.ts';

/**
 * Makes every icon from resources/icon.svg: those that electron-builder turns into .ico and .icns, those of a Linux
 * desktop, and the tray's. Commits keep them, so that packaging needs no browser; the digest of the source beside them
 * lets a test see when they are stale.
 */
const resources = join(import.meta.dirname, '../resources');
const source = readFileSync(join(resources, 'icon.svg'), 'utf8');

/** Edge in px, by file below resources. electron-builder makes .ico and .icns out of the largest. */
const icons: readonly (readonly [file: string, edge: number])[] = [
  ...[16, 24, 32, 48, 64, 128, 256, 512].map((edge) => [`icons/${edge}x${edge}.png`, edge] as const),
  ['icon.png', 1024],
  ['tray.png', 16],
  ['tray@2x.png', 32],
];

const browser = await launchChromium();
try {
  const page = await browser.newPage();
  for (const [file, edge] of icons) {
    await page.setViewportSize({ width: edge, height: edge });
    await page.setContent(`<style>*{margin:0}svg{display:block;width:${edge}px;height:${edge}px}</style>${source}`);
    const png = await page.screenshot({ omitBackground: true });
    mkdirSync(join(resources, 'icons'), { recursive: true });
    writeFileSync(join(resources, file), png);
  }
  const digest = createHash('sha256').update(source).digest('hex');
  writeFileSync(join(resources, 'icons/made-from.txt'), `${digest}\n`);
} finally {
  await browser.close();
}
