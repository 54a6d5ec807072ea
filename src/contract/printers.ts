import { z } from 'zod';
import { printerName, printJobView, printKind } from './prints.ts';
import { command, query } from './procedure.ts';
import { identifier, nothing } from './values.ts';

/** A name or address of the network, as a manager gives it; nothing that could be read as another protocol or path. */
const host = z
  .string()
  .trim()
  .max(253)
  .regex(/^[A-Za-z0-9:][A-Za-z0-9.:-]*$/, 'Give a name or address, such as 192.168.1.50.');

const paperMm = z.union([z.literal(80), z.literal(58)]);

export const printerView = z.object({
  printerId: printerName,
  name: z.string(),
  device: z.enum(['system', 'network']),
  /** `host:port`; empty for a printer of this machine's. */
  address: z.string(),
  paperMm: paperMm.nullable(),
  /** Letters on a line; null for a printer of this machine's. */
  letters: z.number().int().nullable(),
  isDefault: z.boolean(),
  /** Whether it tells how it stands, as its last test page found; null before the first one. */
  answers: z.boolean().nullable(),
});
export type PrinterView = z.output<typeof printerView>;

const chosen = z.record(printKind.exclude(['test_page']), printerName.nullable());

export const printersProcedures = {
  'printers.list': query({
    description: 'Every printer that can be named, and which one is used for what; null is the window itself.',
    input: nothing,
    output: z.object({ rows: z.array(printerView), chosen, canMakePdf: z.boolean() }),
  }),
  'printers.add': command({
    allowed: 'manager',
    description: 'Names a receipt printer (ESC/POS) on the network. A manager only; it is audited.',
    input: z.object({
      name: z.string().trim().min(1).max(60),
      host,
      port: z.number().int().min(1).max(65_535).default(9100),
      paperMm: paperMm.default(80),
      /** Letters of its usual font on a line: 48 and 32 unless the test page shows otherwise. */
      letters: z.number().int().min(24).max(64).optional(),
    }),
    output: printerView,
  }),
  'printers.remove': command({
    allowed: 'manager',
    description: 'Takes a receipt printer away; the journal keeps its name. A manager only; it is audited.',
    input: z.object({ printerId: identifier }),
    output: nothing,
  }),
  'printers.test': command({
    allowed: 'manager',
    description:
      'Records a test page, by which the app also learns whether the printer tells how it stands. A manager only.',
    input: z.object({ printerId: identifier, requestId: z.uuid() }),
    output: printJobView,
  }),
  'printers.choose': command({
    allowed: 'anyone',
    description: 'Chooses the printer for a kind of paper on this till; null for the window itself.',
    input: z.object({ kind: printKind.exclude(['test_page']), printer: printerName.nullable() }),
    output: nothing,
  }),
  'printers.pdf': query({
    description: 'A job of the journal as a PDF, where this host can make one.',
    input: z.object({ jobId: identifier }),
    output: z.object({ fileName: z.string(), base64: z.string() }),
  }),
};
