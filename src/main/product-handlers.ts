import type { Contract } from '../contract/contract.ts';
import type { Handlers } from '../contract/procedure.ts';
import type { Session } from './app.ts';
import type { Desk } from './desk.ts';
import { listProducts } from './queries/products.ts';

type ProductProcedure = Extract<keyof Contract, `products.${string}`>;

export const productHandlers = ({ reader }: Desk): Pick<Handlers<Contract, Session>, ProductProcedure> => ({
  'products.list': (input) => listProducts(reader, input),
});
