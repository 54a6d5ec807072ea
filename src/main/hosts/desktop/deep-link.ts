/** `tillbridge://order/1234`: an order, by BigCommerce's number. */
export interface DeepLink {
  readonly orderId: string;
}

/** The scheme that the system opens this app for. */
export const linkScheme = 'tillbridge';

const orderLink = /^tillbridge:\/\/order\/(\d{1,15})\/?$/i;

/** What a link of our scheme points to; null for anything else: whatever a page or a mail made of it opens nothing. */
export const readDeepLink = (text: string): DeepLink | null => {
  const orderId = orderLink.exec(text)?.[1];
  return orderId === undefined ? null : { orderId };
};

/** The screen that a link opens, as the part of the address after `#`. */
export const screenOf = ({ orderId }: DeepLink): string => `/orders/${orderId}`;
