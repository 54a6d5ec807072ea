import { v5, v7 } from 'uuid';
import type { Identity } from './domain/identity.ts';

/** The namespace of every identity that is derived from BigCommerce's numbers. It must never change. */
const NAMESPACE = '5d0c1b2e-8a7f-5c36-9f0e-6f2a1d4b7c90';

export const systemIdentity: Identity = {
  next: () => v7(),
  saleOf: (storeHash, orderId) => v5(`${storeHash}/orders/${orderId}`, NAMESPACE),
  partOf: (id, part) => v5(`${id}/${part}`, NAMESPACE),
};
