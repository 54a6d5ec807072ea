/** Why the exchange with BigCommerce stands still, in words for staff. It crosses threads, so it is plain data. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly nextStep: string;
  /** Orders have arrived all the same; what waits is stock. */
  readonly ordersArrived?: true;
}
