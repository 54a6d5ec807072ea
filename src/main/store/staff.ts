import type { Reader, Writer } from './connection.ts';

export interface StaffRow {
  readonly name: string;
  readonly role: 'manager' | 'staff';
  readonly pinHash: string;
}

export const hasManager = (db: Reader): boolean =>
  db.get('SELECT 1 AS found FROM staff WHERE role = :role LIMIT 1', { role: 'manager' }) !== undefined;

export const staffByName = (db: Reader, name: string): StaffRow | undefined =>
  db.get<StaffRow>('SELECT name, role, pin_hash AS pinHash FROM staff WHERE name = :name', { name });

export const upsertStaff = (db: Writer, person: StaffRow & { createdAt: number }): void => {
  db.run(
    `INSERT INTO staff (name, role, pin_hash, created_at) VALUES (:name, :role, :pinHash, :createdAt)
     ON CONFLICT (name) DO UPDATE SET pin_hash = :pinHash`,
    { name: person.name, role: person.role, pinHash: person.pinHash, createdAt: person.createdAt },
  );
};
