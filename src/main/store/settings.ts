import type { Reader, Writer } from './connection.ts';

/** A named JSON value. Parsed again by whoever reads it (design law 10). */
export const readSetting = (db: Reader, name: string): unknown => {
  const row = db.get<{ value: string }>('SELECT value FROM settings WHERE name = :name', { name });
  return row ? JSON.parse(row.value) : undefined;
};

export const writeSetting = (db: Writer, name: string, value: unknown): void => {
  db.run('INSERT INTO settings (name, value) VALUES (:name, :value) ON CONFLICT DO UPDATE SET value = :value', {
    name,
    value: JSON.stringify(value),
  });
};

export const removeSetting = (db: Writer, name: string): void => {
  db.run('DELETE FROM settings WHERE name = :name', { name });
};
