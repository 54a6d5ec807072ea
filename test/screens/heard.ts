import type { Page } from 'playwright-core';

interface Value {
  readonly value?: unknown;
}
interface AxNode {
  readonly ignored: boolean;
  readonly role?: Value;
  readonly name?: Value;
  readonly description?: Value;
}

const words = (value: Value | undefined): string => String(value?.value ?? '').replaceAll(/\s+/g, ' ');

/**
 * What a screen reader is told of each part of the page: role, name and, in brackets, its description, such as
 * `button: Add (Enter a name and a PIN of 4 to 12 digits.)`. Chromium itself computes them.
 */
export const heard = async (page: Page): Promise<string[]> => {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { readonly nodes: readonly AxNode[] };
  await session.detach();
  return nodes
    .filter(({ ignored, name }) => !ignored && words(name) !== '')
    .map(({ role, name, description }) => {
      const more = words(description);
      return `${words(role)}: ${words(name)}${more === '' || more === words(name) ? '' : ` (${more})`}`;
    });
};
