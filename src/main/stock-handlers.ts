import type { Contract } from '../contract/contract.ts';
import type { Handlers } from '../contract/procedure.ts';
import type { Session } from './app.ts';
import type { Desk } from './desk.ts';
import { countStock, listStock } from './queries/stock-list.ts';

type StockProcedure = Extract<keyof Contract, `stock.${string}`>;

export const stockHandlers = ({ reader }: Desk): Pick<Handlers<Contract, Session>, StockProcedure> => ({
  'stock.list': (input) => listStock(reader, input),
  'stock.counts': (input) => countStock(reader, input),
});
