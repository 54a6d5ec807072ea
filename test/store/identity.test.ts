import { v5 } from 'uuid';
import { expect, test } from 'vitest';
import { systemIdentity } from '../../src/main/identity.ts';

test('a sale has the same identity on every machine and after every relink: a UUIDv5 of store and order (R16)', () => {
  const namespace = '5d0c1b2e-8a7f-5c36-9f0e-6f2a1d4b7c90';
  expect(systemIdentity.saleOf('abc', 1234)).toBe(v5('abc/orders/1234', namespace));
  expect(systemIdentity.saleOf('abd', 1234)).not.toBe(systemIdentity.saleOf('abc', 1234));
});

test('new identities never repeat, also when thousands are made within one instant', () => {
  const made = Array.from({ length: 5_000 }, () => systemIdentity.next());
  expect(new Set(made).size).toBe(made.length);
});
