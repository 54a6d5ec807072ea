import type { AppEvent } from '../../../contract/event.ts';

export interface SystemNotice {
  readonly title: string;
  readonly body: string;
  /** The screen that opens when it is clicked, as the part of the address after `#`. */
  readonly screen: string;
  /** Shown even where staff turned new orders off: stock is about to be sold twice. */
  readonly urgent: boolean;
}

const left = (onHand: number): string => (onHand > 0 ? `${onHand} left` : 'none left');

/** What the system is asked to show for an event; null for what only screens need to know. */
export const noticeOf = (event: AppEvent): SystemNotice | null => {
  if (event.type === 'arrived') {
    const title = event.orders === 1 ? 'New order' : `${event.orders} new orders`;
    return { title, body: 'Ready to be picked.', screen: '/fulfillments', urgent: false };
  }
  const [first, ...others] = event.type === 'alarm' ? event.products : [];
  if (first === undefined) return null;
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  const order = first.orderId === null ? '' : ` Order ${first.orderId}.`;
  return {
    title: first.onHand > 0 ? 'Nearly sold out' : 'Sold out',
    body: `${first.name}: ${left(first.onHand)}${more}.${order}`,
    screen: `/stock/${encodeURIComponent(first.productId)}`,
    urgent: true,
  };
};
