import type { Order } from './order.ts';

/** What stands where a name was. A sale whose customer is called so stays without personal data (decision 0036). */
export const removedPerson = 'Personal data removed';

/** An order without who bought it and where it went; goods, money and dates stay. */
export const withoutPerson = (order: Order): Order => ({
  ...order,
  buyer: { ...order.buyer, name: removedPerson, email: '', phone: '' },
  customerMessage: '',
  staffNotes: '',
  consignments: order.consignments.map((consignment) => ({
    ...consignment,
    name: removedPerson,
    addressLines: [],
    phone: '',
    email: '',
  })),
});
