import type { Reader } from '../store/connection.ts';
import { idleMinutes } from '../store/idle-time.ts';
import { allStaff } from '../store/staff.ts';

export const listStaff = (db: Reader) => ({
  rows: allStaff(db).map(({ name, role }) => ({ name, role })),
  idleMinutes: idleMinutes(db),
});
