/** A message to a shopper: of a parcel, or of a status that changed (bigcommerce.md §4 and §6.1). `at` is in milliseconds. */
export type Mail =
  | { readonly about: 'shipment'; readonly orderId: number; readonly shipmentId: number; readonly at: number }
  | { readonly about: 'status'; readonly orderId: number; readonly statusId: number; readonly at: number };
