import type { Contract } from '../../contract/contract.ts';
import { Refusal } from '../../contract/fault.ts';
import type { OutputOf } from '../../contract/procedure.ts';
import type { TillView } from '../../contract/till.ts';
import type { Money } from '../../contract/values.ts';
import { isDrawerMoney, type ReturnSum, type TenderSum, type TillFigures } from '../domain/till-figures.ts';
import type { Reader } from '../store/connection.ts';
import { type DrawerMove, drawerMovesOf } from '../store/drawer-moves.ts';
import { type OpeningRow, openingById, openingNumbers, openOpening } from '../store/openings.ts';
import { allRegisterPlaces, type RegisterPlace, registerInQuestion } from '../store/outlets.ts';
import { computeFigures } from '../store/till-money.ts';
import { namedSales } from './named-sales.ts';
import { instantView, moneyView, nullableInstant } from './views.ts';

/** An opening by its id; else the one in force on a register, or what waits for its next one (R26). */
export const tillSummary = (
  db: Reader,
  { openingId, registerId }: { readonly openingId?: string | undefined; readonly registerId?: string | undefined },
): OutputOf<Contract['till.summary']> => {
  if (openingId !== undefined) {
    const opening = openingById(db, openingId);
    const register = allRegisterPlaces(db).find(({ registerKey }) => registerKey === opening?.registerKey);
    if (!opening || !register) throw new Refusal('not_found', { field: 'openingId' });
    return openingView(db, register, opening);
  }
  const register = registerInQuestion(db, registerId);
  if (!register)
    throw new Refusal(registerId === undefined ? 'register_unclear' : 'not_found', { field: 'registerId' });
  const opening = openOpening(db, register.registerKey);
  return opening ? openingView(db, register, opening) : waitingView(db, register);
};

const placeOf = ({ registerId, name, outletName, currency }: RegisterPlace) => ({
  registerId,
  registerName: name,
  outletName,
  currency,
});

const openingView = (db: Reader, register: RegisterPlace, opening: OpeningRow): TillView => {
  const { figures: kept, counted, denominations } = opening;
  // What it really holds, the contract checks on its way out (law 10).
  const figures: TillFigures = kept === null ? computeFigures(db, opening) : JSON.parse(kept);
  const pieces: readonly { value: number; count: number }[] = denominations === null ? [] : JSON.parse(denominations);
  const inCurrency = (amount: number): Money => moneyView(amount, register.currency);
  const view = figuresView(db, register, figures, drawerMovesOf(db, opening.openingKey));
  return {
    openingId: opening.openingId,
    state: opening.closedAt === null ? 'open' : 'closed',
    number: opening.number,
    ...placeOf(register),
    openedAt: instantView(opening.openedAt),
    openedBy: opening.openedBy,
    closedAt: nullableInstant(opening.closedAt),
    closedBy: opening.closedBy,
    note: opening.note,
    ...view,
    drawer: {
      ...view.drawer,
      counted: counted === null ? null : inCurrency(counted),
      difference: counted === null ? null : inCurrency(counted - figures.drawer.expected),
      denominations: pieces.map(({ value, count }) => ({ value: inCurrency(value), count })),
    },
  };
};

const waitingView = (db: Reader, register: RegisterPlace): TillView => {
  const number = openingNumbers(db)(register.registerKey);
  const figures = computeFigures(db, { registerKey: register.registerKey, number });
  return {
    openingId: null,
    state: 'waiting',
    number,
    ...placeOf(register),
    openedAt: null,
    openedBy: null,
    closedAt: null,
    closedBy: null,
    note: null,
    ...figuresView(db, register, figures, []),
  };
};

const figuresView = (
  db: Reader,
  { currency }: RegisterPlace,
  { tenders, returns, drawer, unpaid, unpaidSales }: TillFigures,
  moves: readonly DrawerMove[],
): Pick<TillView, 'online' | 'inStore' | 'drawer' | 'unpaid'> => {
  const online = tenders.filter(({ source }) => source === 'online');
  const inStore = tenders.filter(({ source }) => source === 'in_store');
  const inCurrency = (amount: number): Money => moneyView(amount, currency);
  const names = namedSales(
    db,
    unpaidSales.map(({ saleId }) => saleId),
  );
  return {
    online: {
      tenders: online.map(tenderView),
      returns: returns.map(({ count, amount, ...of }) => ({ count, amount: moneyView(amount, of.currency) })),
      net: netOf(online, returns),
    },
    inStore: {
      tenders: inStore.map((tender) => ({ ...tenderView(tender), inDrawer: isDrawerMoney(tender) })),
      net: netOf(inStore, []),
    },
    drawer: {
      float: inCurrency(drawer.float),
      cash: inCurrency(drawer.cash),
      paidIn: inCurrency(drawer.paidIn),
      paidOut: inCurrency(drawer.paidOut),
      expected: inCurrency(drawer.expected),
      counted: null,
      difference: null,
      denominations: [],
      moves: moves.map(({ movedAt, movedBy, amount, reason }) => ({
        at: instantView(movedAt),
        by: movedBy,
        amount: inCurrency(amount),
        reason,
      })),
    },
    unpaid: {
      count: unpaid.reduce((sum, { count }) => sum + count, 0),
      totals: unpaid.map(({ due, ...of }) => moneyView(due, of.currency)),
      rows: unpaidSales.flatMap(({ saleId, due, ...of }) => {
        const sale = names.get(saleId);
        return sale ? { ...sale, due: moneyView(due, of.currency) } : [];
      }),
    },
  };
};

const tenderView = ({ method, currency, count, received, voided }: TenderSum) => ({
  method,
  count,
  received: moneyView(received, currency),
  voided: moneyView(voided, currency),
  net: moneyView(received + voided, currency),
});

/** Per currency, in the order in which they first come. */
const netOf = (tenders: readonly TenderSum[], returns: readonly ReturnSum[]): Money[] => {
  const nets = new Map<string, number>();
  const add = (currency: string, amount: number) => nets.set(currency, (nets.get(currency) ?? 0) + amount);
  for (const { currency, received, voided } of tenders) add(currency, received + voided);
  for (const { currency, amount } of returns) add(currency, 0 - amount);
  return [...nets].map(([currency, amount]) => moneyView(amount, currency));
};
