import type { Reader, Writer } from './connection.ts';

export type PaperWidth = 80 | 58;

/** A receipt printer on the network. */
export interface PrinterRow {
  readonly printerKey: number;
  readonly printerId: string;
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly paperMm: PaperWidth;
  /** How many letters of its usual font stand on a line. */
  readonly letters: number;
  /** 1 where it tells how it stands, 0 where it does not; null before its first test page. */
  readonly answers: number | null;
}

export const addressOf = ({ host, port }: Pick<PrinterRow, 'host' | 'port'>): string =>
  host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;

const columns =
  'printer_key AS printerKey, printer_id AS printerId, name, host, port, paper_mm AS paperMm, letters, answers';

export const allPrinters = (db: Reader): PrinterRow[] =>
  db.all<PrinterRow>(`SELECT ${columns} FROM printers WHERE removed_at IS NULL ORDER BY name COLLATE NOCASE`);

export const printerById = (db: Reader, printerId: string): PrinterRow | undefined =>
  db.get<PrinterRow>(`SELECT ${columns} FROM printers WHERE printer_id = :printerId AND removed_at IS NULL`, {
    printerId,
  });

export const printerByKey = (db: Reader, printerKey: number): PrinterRow | undefined =>
  db.get<PrinterRow>(`SELECT ${columns} FROM printers WHERE printer_key = :printerKey`, { printerKey });

export const printerByName = (db: Reader, name: string): PrinterRow | undefined =>
  db.get<PrinterRow>(`SELECT ${columns} FROM printers WHERE name = :name AND removed_at IS NULL`, { name });

export const insertPrinter = (
  db: Writer,
  printer: Omit<PrinterRow, 'printerKey' | 'answers'> & { readonly createdAt: number },
): void => {
  db.run(
    `INSERT INTO printers (printer_id, name, host, port, paper_mm, letters, created_at)
     VALUES (:printerId, :name, :host, :port, :paperMm, :letters, :createdAt)`,
    { ...printer },
  );
};

export const removePrinter = (db: Writer, printerKey: number, removedAt: number): void => {
  db.run('UPDATE printers SET removed_at = :removedAt WHERE printer_key = :printerKey', { printerKey, removedAt });
};

/** What a test page found out about a printer. */
export const setAnswers = (db: Writer, printerKey: number, answers: boolean): void => {
  db.run('UPDATE printers SET answers = :answers WHERE printer_key = :printerKey', {
    printerKey,
    answers: answers ? 1 : 0,
  });
};
