import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/procedure.ts';
import type { TillFigures } from '../domain/till-figures.ts';
import type { Reader } from '../store/connection.ts';
import { openingNumbers, openOpening } from '../store/openings.ts';
import { allRegisterPlaces } from '../store/outlets.ts';
import { countPayments } from '../store/till-money.ts';
import { pageOf, positionOf, where } from './paging.ts';
import { instantView, moneyView, nullableInstant } from './views.ts';

export const listRegisters = (db: Reader): OutputOf<Contract['registers.list']> => {
  const numberOf = openingNumbers(db);
  return {
    rows: allRegisterPlaces(db).map(({ registerKey, outletKey: _, ...place }) => {
      const opening = openOpening(db, registerKey);
      return {
        ...place,
        state: opening ? 'open' : 'closed',
        openingId: opening?.openingId ?? null,
        openedAt: nullableInstant(opening?.openedAt ?? null),
        openedBy: opening?.openedBy ?? null,
        float: opening ? moneyView(opening.float, place.currency) : null,
        waitingPayments: opening ? 0 : countPayments(db, { registerKey, number: numberOf(registerKey) }),
      };
    }),
  };
};

interface ListedOpening {
  readonly openingKey: number;
  readonly openingId: string;
  readonly number: number;
  readonly registerId: string;
  readonly registerName: string;
  readonly currency: string;
  readonly openedAt: number;
  readonly closedAt: number | null;
  readonly closedBy: string | null;
  readonly counted: number | null;
  readonly figures: string | null;
}

export const listOpenings = (
  db: Reader,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): OutputOf<Contract['till.openings']> => {
  const after = cursor === undefined ? undefined : positionOf(cursor);
  const rows = db.all<ListedOpening>(
    `SELECT p.opening_key AS openingKey, p.opening_id AS openingId, p.number, r.register_id AS registerId,
            r.name AS registerName, o.currency, p.opened_at AS openedAt, p.closed_at AS closedAt,
            p.closed_by AS closedBy, p.counted, p.figures
       FROM openings p
       JOIN registers r ON r.register_key = p.register_key
       JOIN outlets o ON o.outlet_key = r.outlet_key
     ${where([after && 'p.opening_key < :afterKey'])}
      ORDER BY p.opening_key DESC LIMIT :limit`,
    { ...(after ? { afterKey: after.key } : {}), limit: limit + 1 },
  );
  return pageOf(rows, limit, ({ openingKey }) => ({ value: openingKey, key: openingKey }), listedView);
};

const listedView = ({ openingKey: _, currency, openedAt, closedAt, counted, figures, ...opening }: ListedOpening) => {
  const kept: TillFigures | null = figures === null ? null : JSON.parse(figures);
  const expected = kept?.drawer.expected ?? null;
  return {
    ...opening,
    openedAt: instantView(openedAt),
    closedAt: nullableInstant(closedAt),
    expected: expected === null ? null : moneyView(expected, currency),
    counted: counted === null ? null : moneyView(counted, currency),
    difference: counted === null || expected === null ? null : moneyView(counted - expected, currency),
  };
};
