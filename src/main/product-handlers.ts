import type { Contract } from '../contract/contract.ts';
import type { Handlers } from '../contract/procedure.ts';
import type { Session } from './app.ts';
import { createProduct, linkByHand, unlinkByHand } from './commands/products.ts';
import type { Desk } from './desk.ts';
import { productCandidates } from './queries/product-candidates.ts';
import { getProduct, listProducts } from './queries/products.ts';

type ProductProcedure = Extract<keyof Contract, `products.${string}`>;

/** The procedures of products and what answers them: wiring only. */
export const productHandlers = (desk: Desk): Pick<Handlers<Contract, Session>, ProductProcedure> => {
  const { reader, writer, identity, clock } = desk;
  /** Which product is which decides also what of the stock goes out. */
  const changed = <T>(answer: T): T => {
    desk.changed(['products']);
    desk.stockMoved();
    return answer;
  };
  return {
    'products.list': (input) => listProducts(reader, input),
    'products.get': (input) => getProduct(reader, input),
    'products.create': (input) => changed(createProduct(writer, { identity, now: clock() }, input)),
    'products.candidates': (input) => productCandidates(reader, input),
    'products.link': (input) => {
      linkByHand(writer, input);
      return changed({});
    },
    'products.unlink': (input) => {
      unlinkByHand(writer, input);
      return changed({});
    },
  };
};
