/** Where identities come from (design laws 7 and 11). */
export interface Identity {
  /** A new one (UUIDv7), in the order of their making. */
  readonly next: () => string;
  /** Always the same for an order of a store (UUIDv5): the guard behind "one sale per order" (R16). */
  readonly saleOf: (storeHash: string, orderId: number) => string;
  /** Always the same for a request of a caller's, however it is written: a sale in the shop is recorded once. */
  readonly saleOfRequest: (requestId: string) => string;
}
