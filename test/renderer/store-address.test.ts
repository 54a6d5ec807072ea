import { expect, test } from 'vitest';
import { storeAddress } from '../../src/renderer/state/store-address.ts';

test('a store is named by its hash, or by the API path that BigCommerce shows beside a new token', () => {
  expect(storeAddress(' abc123 ')).toEqual({ storeHash: 'abc123' });
  expect(storeAddress('https://api.bigcommerce.com/stores/abc123/v3/')).toEqual({ storeHash: 'abc123' });
  expect(storeAddress('https://api.bigcommerce.com/stores/abc123')).toEqual({ storeHash: 'abc123' });
});

test('an address of another host is kept as it is, for the app to judge', () => {
  const storeHash = 'fern';
  expect(storeAddress('http://127.0.0.1:4010/stores/fern/v3/')).toEqual({
    storeHash,
    apiBase: 'http://127.0.0.1:4010/stores/fern',
  });
  const lookalike = 'https://api.bigcommerce.com.example/stores/fern';
  expect(storeAddress(lookalike)).toEqual({ storeHash, apiBase: lookalike });
});
