import { type ReactNode, useEffect } from 'react';
import { useLocation } from 'wouter';
import { useApp } from '../state/use-app.ts';

/**
 * Where a link to an order by its BigCommerce number leads (`tillbridge://order/1234`): its sale or, where there is
 * none, a search for the number, which asks why it is not here (N4).
 */
export function OrderLink({ orderId }: { readonly orderId: string }): ReactNode {
  const { call, sales } = useApp();
  const [, navigate] = useLocation();
  useEffect(() => {
    let left = false;
    void call('sales.get', { orderId }).then((reply) => {
      if (left) return;
      if (!reply.ok) void sales.list.show({ ...sales.list.store.getState().query, search: orderId });
      navigate(reply.ok ? `/sales-history/${reply.data.saleId}` : '/sales-history', { replace: true });
    });
    return () => {
      left = true;
    };
  }, [call, navigate, orderId, sales]);
  return null;
}
