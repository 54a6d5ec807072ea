import { defaultLocationId } from '../shop/locations.ts';
import type { Shop } from '../shop/shop.ts';
import type { Order } from './order.ts';
import { isUnfinished, isVoided } from './order-status.ts';

/**
 * Brings the shop's own stock to what the order's state asks for: BigCommerce takes web sales off by itself, when they
 * are placed or when they are shipped or completed, and takes them back when cancelled or refunded (bigcommerce.md §0.12).
 */
export const settleStock = (shop: Shop, order: Order): void => {
  const holds = takesStock(shop, order);
  const location = order.pickup?.method.locationId ?? defaultLocationId;
  for (const line of order.lines) {
    if (line.variant === null) continue;
    const wanted = holds ? Math.max(0, line.quantity - line.refunded) : 0;
    if (wanted === line.taken) continue;
    if (shop.stock.move(line.variant, location, line.taken - wanted)) line.taken = wanted;
  }
};

const takesStock = (shop: Shop, order: Order): boolean => {
  if (isVoided(order.statusId)) return false;
  if (order.lines.some((line) => line.taken > 0)) return true;
  if (shop.settings.updateStockBehavior === 'order_placed') return !isUnfinished(order.statusId);
  return order.statusId === 2 || order.statusId === 10;
};
