import { expect, test } from 'vitest';
import { otherImporters } from '../../src/main/domain/other-importer.ts';

const channel = (type: string, platform: string, status: string, name = 'A channel') => ({
  name,
  type,
  platform,
  status,
});

test('a till that takes a store’s orders is told from storefronts, marketplaces, and tills that are not in use', () => {
  expect(
    otherImporters([
      channel('storefront', 'bigcommerce', 'active'),
      channel('marketplace', 'amazon', 'connected'),
      channel('pos', 'vend', 'disconnected'),
      channel('pos', 'square', 'archived'),
    ]),
  ).toEqual([]);
});

test('each of them is named once, Lightspeed’s own by what it is', () => {
  expect(
    otherImporters([
      channel('pos', 'vend', 'active'),
      channel('storefront', 'vend', 'active'),
      channel('pos', 'custom', 'connected', 'Corner till'),
      channel('pos', 'custom', 'prelaunch', ''),
    ]),
  ).toEqual(["Lightspeed's own BigCommerce integration", 'Corner till', 'another point-of-sale system']);
});
