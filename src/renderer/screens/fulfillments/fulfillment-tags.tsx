import type { ReactNode } from 'react';
import type { FulfillmentRowView } from '../../../contract/fulfillments.ts';
import { bigcommerceLook, digitalLook, onHoldLook, paymentLooks } from '../../components/looks.ts';
import { Pill } from '../../components/pill.tsx';
import { statusMatters } from './status-that-matters.ts';

/** What is out of the ordinary about a fulfillment, and nothing when nothing is. */
export function FulfillmentTags({ row }: { readonly row: FulfillmentRowView }): ReactNode {
  const owes = row.paymentState === 'unpaid' || row.paymentState === 'part_paid';
  const unpaid = owes && row.saleStatus !== 'voided';
  return (
    <>
      {unpaid ? <Pill look={paymentLooks[row.paymentState]} /> : null}
      {row.onHold ? <Pill look={onHoldLook} /> : null}
      {row.digital ? <Pill look={digitalLook} /> : null}
      {row.bigcommerceStatus !== null && statusMatters(row) ? (
        <Pill look={bigcommerceLook(row.bigcommerceStatus)} />
      ) : null}
    </>
  );
}
