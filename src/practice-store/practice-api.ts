import { Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { adjustmentsRoutes } from './routes/adjustments-routes.ts';
import { catalogueRoutes } from './routes/catalogue-routes.ts';
import { inventoryRoutes } from './routes/inventory-routes.ts';
import { orderPartsRoutes } from './routes/order-parts-routes.ts';
import { ordersRoutes } from './routes/orders-routes.ts';
import { paymentsRoutes } from './routes/payments-routes.ts';
import { pickupsRoutes } from './routes/pickups-routes.ts';
import { shipmentsRoutes } from './routes/shipments-routes.ts';
import { storeRoutes } from './routes/store-routes.ts';
import type { Shop } from './shop/shop.ts';
import { type ApiAccount, scopeCheck, tokenCheck } from './wire/access.ts';
import type { Api, ApiEnv } from './wire/api.ts';
import type { FaultQueue } from './wire/fault.ts';
import { type FaultMeans, faultMaker } from './wire/fault-effects.ts';
import { type QuotaOptions, quotaCheck } from './wire/quota.ts';
import { type Received, recorder } from './wire/received.ts';
import { Refusal, refusalBody } from './wire/refusal.ts';

export interface PracticeApiParts {
  readonly shop: Shop;
  readonly account: ApiAccount;
  readonly quota: QuotaOptions;
  readonly received: Received[];
  readonly faults: FaultQueue;
  readonly means: FaultMeans;
}

/** Everything below `/stores/<hash>`: written down, spoilt by a fault, checked, then answered. */
export const practiceApi = ({ shop, account, quota, received, faults, means }: PracticeApiParts): Hono<ApiEnv> => {
  const base = `/stores/${shop.settings.storeHash}`;
  const root = new Hono<ApiEnv>();
  const api: Api = root.basePath(base);

  root.use(recorder(base, shop.clock, received));
  api.use(faultMaker(base, faults, means));
  api.use(tokenCheck(account));
  api.use(quotaCheck(quota, shop.clock));
  api.use(scopeCheck(base, account));

  ordersRoutes(api, shop);
  orderPartsRoutes(api, shop);
  shipmentsRoutes(api, shop);
  paymentsRoutes(api, shop);
  pickupsRoutes(api, shop);
  inventoryRoutes(api, shop);
  adjustmentsRoutes(api, shop);
  catalogueRoutes(api, shop);
  storeRoutes(api, shop);

  root.notFound((c) => c.json(refusalBody(c.req.path, 404, 'The requested resource was not found.'), 404));
  root.onError((error, c) => {
    const { status, message } =
      error instanceof Refusal ? error : { status: 500, message: `The practice store failed: ${error.message}` };
    return c.json(refusalBody(c.req.path, status, message), status as ContentfulStatusCode);
  });
  return root;
};
