import { z } from 'zod';
import { type UpdateStockBehavior, updateStockBehaviors } from '../domain/update-stock-behavior.ts';
import type { Client } from './client.ts';
import { StoreProblem } from './problem.ts';

const settingsDto = z.object({ data: z.object({ update_stock_behavior: z.enum(updateStockBehaviors) }) });

/** Null where the token may not read it, or the store does not tell. Throws `StoreProblem`. */
export const readUpdateStockBehavior = async (client: Client): Promise<UpdateStockBehavior | null> => {
  const answer = await client.get('/v3/settings/inventory').catch((error: unknown) => {
    if (error instanceof StoreProblem && ['scope_missing', 'not_found'].includes(error.kind)) return null;
    throw error;
  });
  return settingsDto.safeParse(answer).data?.data.update_stock_behavior ?? null;
};
