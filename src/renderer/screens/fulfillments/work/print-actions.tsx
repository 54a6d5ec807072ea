import type { ReactNode } from 'react';
import type { FulfillmentView } from '../../../../contract/fulfillments.ts';

/** The place for what prints of a fulfillment: slip, label, pick list. Nothing prints yet. */
export function PrintActions(_: { readonly view: FulfillmentView }): ReactNode {
  return null;
}
