import { z } from 'zod';
import type { Client } from './client.ts';
import { StoreProblem } from './problem.ts';

/**
 * When the web shop takes its own sales off its stock: `order_placed`, or only `order_completed_or_shipped`. Then web
 * stock stays high until goods leave, and may be sold twice (bigcommerce.md §9.1).
 */
export type UpdateStockBehavior = 'order_placed' | 'order_completed_or_shipped';

const settingsDto = z.object({
  data: z.object({ update_stock_behavior: z.enum(['order_placed', 'order_completed_or_shipped']) }),
});

/** Null where the token may not read it, or the store does not tell. Throws `StoreProblem`. */
export const readUpdateStockBehavior = async (client: Client): Promise<UpdateStockBehavior | null> => {
  const answer = await client.get('/v3/settings/inventory').catch((error: unknown) => {
    if (error instanceof StoreProblem && ['scope_missing', 'not_found'].includes(error.kind)) return null;
    throw error;
  });
  return settingsDto.safeParse(answer).data?.data.update_stock_behavior ?? null;
};
