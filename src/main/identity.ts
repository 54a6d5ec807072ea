import { Buffer } from 'node:buffer';
import { hash, randomFillSync } from 'node:crypto';
import { parse, stringify, v7 } from 'uuid';
import type { Identity } from './domain/identity.ts';

/** The namespace of every identity that is derived from BigCommerce's numbers. It must never change. */
const namespace = Buffer.from(parse('5d0c1b2e-8a7f-5c36-9f0e-6f2a1d4b7c90'));

const BYTES = 16;
const pool = Buffer.alloc(BYTES * 1024);
let used = pool.length;

/** Chance in large helpings: asking the system for sixteen bytes at a time costs more than the row they name. */
const randomBytes = (): Uint8Array => {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += BYTES;
  return pool.subarray(used - BYTES, used);
};

/** UUIDv5; `uuid` makes the same, at several times the cost. */
const named = (name: string): string => {
  const bytes = hash('sha1', Buffer.concat([namespace, Buffer.from(name)]), 'buffer').subarray(0, BYTES);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return stringify(bytes);
};

export const systemIdentity: Identity = {
  next: () => v7({ rng: randomBytes }),
  saleOf: (storeHash, orderId) => named(`${storeHash}/orders/${orderId}`),
  saleOfRequest: (requestId) => named(`in-store-sales/${requestId.toLowerCase()}`),
};
