/** What BigCommerce counts of a product, or of a variant of it, at the bound location; safety stock included. */
export interface OpeningFigure {
  readonly bigcommerceProductId: number;
  readonly bigcommerceVariantId: number;
  readonly onHand: number;
}

/** Pieces of a product here. */
export interface PiecesOf {
  readonly productKey: number;
  readonly pieces: number;
}

/** BigCommerce's figures, read once every order until then was here. Instants are UTC ms. */
export interface OpeningFigures {
  readonly linkKey: number;
  readonly outletKey: number;
  /** Which binding they were read for: since when it is in force. */
  readonly boundAt: number;
  /** By this machine's clock. */
  readonly readAt: number;
  /** When reading them ended, by BigCommerce's clock: they may count every order placed until then. */
  readonly storeTime: number;
  /** The newest movement of the stock ledger before they were read. */
  readonly lastMovementKey: number;
  /** Sold with orders that are here, and not taken off these figures yet (bigcommerce.md §9.1). */
  readonly notTakenOff: readonly PiecesOf[];
  /** False where orders kept arriving while they were read: then it is not known which of them they count. */
  readonly isSettled: boolean;
  readonly figures: readonly OpeningFigure[];
}
