import type { Reader, Writer } from './connection.ts';

export interface StaffRow {
  readonly name: string;
  readonly role: 'manager' | 'staff';
  readonly pinHash: string;
  /** UTC ms. */
  readonly pinSetAt: number;
}

const selectStaff = 'SELECT name, role, pin_hash AS pinHash, pin_set_at AS pinSetAt FROM staff';

export const hasManager = (db: Reader): boolean => countManagers(db) > 0;

export const countManagers = (db: Reader): number =>
  db.get<{ count: number }>("SELECT count(*) AS count FROM staff WHERE role = 'manager'")?.count ?? 0;

/** Whatever the case of the name's letters. */
export const staffByName = (db: Reader, name: string): StaffRow | undefined =>
  db.get<StaffRow>(`${selectStaff} WHERE name = :name`, { name });

/** Managers first, then by name. */
export const allStaff = (db: Reader): StaffRow[] => db.all<StaffRow>(`${selectStaff} ORDER BY role, name`);

export const insertStaff = (db: Writer, { name, role, pinHash, pinSetAt }: StaffRow): void => {
  db.run(
    `INSERT INTO staff (name, role, pin_hash, pin_set_at, created_at)
     VALUES (:name, :role, :pinHash, :pinSetAt, :pinSetAt)`,
    { name, role, pinHash, pinSetAt },
  );
};

export const updatePin = (db: Writer, { name, pinHash, pinSetAt }: Omit<StaffRow, 'role'>): void => {
  db.run('UPDATE staff SET pin_hash = :pinHash, pin_set_at = :pinSetAt WHERE name = :name', {
    name,
    pinHash,
    pinSetAt,
  });
};

export const deleteStaff = (db: Writer, name: string): void => {
  db.run('DELETE FROM staff WHERE name = :name', { name });
};
