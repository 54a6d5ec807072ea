import type { Reader, Writer } from './connection.ts';
import { insertInto } from './insert.ts';

/** Money that went into the drawer or, negative, out of it, without a sale. */
export interface DrawerMove {
  readonly moveId: string;
  readonly openingKey: number;
  readonly amount: number;
  readonly reason: string;
  readonly movedBy: string | null;
  readonly movedAt: number;
}

export const insertDrawerMove: (db: Writer, move: DrawerMove) => void = insertInto<DrawerMove>('drawer_moves', {
  moveId: 'move_id',
  openingKey: 'opening_key',
  amount: 'amount',
  reason: 'reason',
  movedBy: 'moved_by',
  movedAt: 'moved_at',
});

/** In the order in which they were made. */
export const drawerMovesOf = (db: Reader, openingKey: number): DrawerMove[] =>
  db.all<DrawerMove>(
    `SELECT move_id AS moveId, opening_key AS openingKey, amount, reason, moved_by AS movedBy, moved_at AS movedAt
       FROM drawer_moves WHERE opening_key = :openingKey ORDER BY move_key`,
    { openingKey },
  );
