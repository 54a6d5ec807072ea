import type { Address } from '../shop/shoppers.ts';

/**
 * An order as a test or a scenario describes it; everything may be left out. Money is a decimal such as `19.90`, in the
 * order's currency, with tax where `taxInclusive` and without it elsewhere.
 */
export interface OrderDraft {
  /** 0 is a guest, which is the default. */
  readonly customerId?: number;
  readonly email?: string;
  readonly customer?: Partial<Address>;
  /** By default one piece of the first product of the catalogue. */
  readonly lines?: readonly LineDraft[];
  /** What the shopper pays in; by default the shop's own currency. */
  readonly currency?: string;
  /** What the shop window showed prices in; by default the same. */
  readonly displayCurrency?: string;
  readonly taxInclusive?: boolean;
  /** Percent, such as `8.25`; by default the tax of the shopper's town. */
  readonly taxRate?: string;
  /** By default one address, the customer's; none where nothing is shipped. Lines choose theirs by its place here. */
  readonly addresses?: readonly Partial<Address>[];
  readonly shippingMethod?: string;
  /** Shipping and handling are charged at the first address. */
  readonly shipping?: string;
  readonly handling?: string;
  /** Gift wrapping of the first line. */
  readonly wrapping?: string;
  /** Taken off by hand. */
  readonly discount?: string;
  /** Taken off by an automatic promotion. */
  readonly promotion?: string;
  readonly coupon?: CouponDraft;
  readonly fees?: readonly { readonly name: string; readonly amount: string }[];
  readonly storeCredit?: string;
  readonly giftCertificate?: string;
  /** `Credit Card` by default. Other known ones: PayPal, Cash on Delivery, Bank Deposit, Manual. */
  readonly paymentMethod?: string;
  /** By default what the status and the method make of it. */
  readonly paymentStatus?: string;
  /** 11, Awaiting Fulfillment, by default. What leads to a status is there too: payments, shipments, refunds. */
  readonly statusId?: number;
  /** True, or the id of a pickup method: to be collected at a location instead of shipped. */
  readonly pickup?: boolean | number;
  /** Everything on it is a download. */
  readonly digital?: boolean;
  readonly staffNotes?: string | null;
  readonly customerMessage?: string | null;
  readonly source?: string;
  readonly channelId?: number;
  readonly externalSource?: string;
  readonly externalOrderId?: string;
  /** Milliseconds, or an ISO 8601 instant; by default now. */
  readonly dateCreated?: number | string;
}

export interface LineDraft {
  /** By SKU or ids; what the catalogue does not know is sold all the same, as a deleted product was (bigcommerce.md §10). */
  readonly sku?: string;
  readonly productId?: number;
  readonly variantId?: number;
  readonly name?: string;
  /** 1 by default. */
  readonly quantity?: number;
  /** Of one piece; by default the catalogue's. */
  readonly price?: string;
  readonly kind?: 'physical' | 'digital' | 'giftcertificate';
  /** Gift wrapping of the whole line. */
  readonly wrapping?: string;
  /** The parts of a bundle; each becomes a line of its own that costs nothing. */
  readonly parts?: readonly LineDraft[];
  /** The place of its address among `addresses`; 0 by default. */
  readonly address?: number;
}

export interface CouponDraft {
  readonly code: string;
  /** What comes off this order. */
  readonly discount: string;
  /** What the coupon says; by default the same. */
  readonly amount?: string;
  /** 0 per item, 1 percentage, 2 per total (default), 3 shipping, 4 free shipping, 5 promotion. */
  readonly type?: number;
}
