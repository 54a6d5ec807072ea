import { connect, type Socket } from 'node:net';
import type { PrinterRow } from '../store/printers.ts';

/** What became of a document. Of `unknown` nobody can say whether paper came out. */
export interface PrintOutcome {
  readonly state: 'printed' | 'failed' | 'unknown';
  /** Why, and what to do; empty when it was printed. */
  readonly problem: string;
  /** Whether the printer told how it stands; null where it was never reached. */
  readonly answers: boolean | null;
}

export interface Patience {
  /** For the connection, in ms. */
  readonly connect: number;
  /** For how long a printer may say nothing about itself, in ms, before it counts as one that never does. */
  readonly status: number;
  /** For the document to have gone through, in ms: a long one on a slow printer takes its time. */
  readonly print: number;
}

export const usualPatience: Patience = { connect: 5_000, status: 2_000, print: 45_000 };

/** DLE EOT: answered at once, whatever is being printed. 2 asks why it is offline, 4 for its paper. */
const askNow = (about: 2 | 4): Uint8Array => Uint8Array.of(0x10, 0x04, about);
/** GS r 1: answered after everything sent before it was printed. */
const askAfterwards = Uint8Array.of(0x1d, 0x72, 1);

const paperOut = 0x60;
const offline: readonly (readonly [bit: number, problem: string])[] = [
  [0x04, 'Its cover is open. Close it, then print again.'],
  [0x20, 'It stopped because the paper ended. Put a new roll in, then print again.'],
  [0x40, 'It reports an error. Look at the printer, then print again.'],
];

/** An answer to DLE EOT has these bits fixed, and so has one to GS r. */
const isStatus = (byte: number): boolean => (byte & 0x93) === 0x12;
const isAfterwards = (byte: number): boolean => (byte & 0x90) === 0;
/** The first of four bytes that a printer may send by itself whenever something about it changes; the others look like answers. */
const isUnasked = (byte: number): boolean => (byte & 0x93) === 0x10;
const unaskedBytes = 4;

/** A connection to a printer: what it answered, in order, and how the connection ended. */
const openLine = (socket: Socket) => {
  const said: number[] = [];
  let unasked = 0;
  let ended: string | null = null;
  let wake = (): void => undefined;
  const tell = (): void => wake();
  socket.on('data', (bytes) => {
    for (const byte of bytes) {
      if (unasked === 0 && isUnasked(byte)) unasked = unaskedBytes;
      if (unasked === 0) said.push(byte);
      else unasked -= 1;
    }
    tell();
  });
  const end = (why: string) => () => {
    ended ??= why;
    tell();
  };
  socket.on('error', (error) => end(error.message)());
  socket.on('close', end('It ended the connection.'));
  return {
    /** The next byte that fits; null when the printer says nothing for so long, or has hung up. */
    next: async (fits: (byte: number) => boolean, withinMs: number): Promise<number | null> => {
      const until = AbortSignal.timeout(withinMs);
      for (;;) {
        for (let byte = said.shift(); byte !== undefined; byte = said.shift()) if (fits(byte)) return byte;
        if (ended !== null || until.aborted) return null;
        await new Promise<void>((resolve) => {
          wake = resolve;
          until.addEventListener('abort', () => resolve(), { once: true });
        });
      }
    },
    ended: (): string | null => ended,
  };
};

const reach = ({ host, port }: Pick<PrinterRow, 'host' | 'port'>, withinMs: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect({ host, port, noDelay: true });
    const timer = setTimeout(() => socket.destroy(new Error('It does not answer.')), withinMs);
    socket.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    socket.once('connect', () => {
      clearTimeout(timer);
      resolve(socket);
    });
  });

const failed = (problem: string, answers: boolean | null): PrintOutcome => ({ state: 'failed', problem, answers });
const unknown = (problem: string, answers: boolean): PrintOutcome => ({ state: 'unknown', problem, answers });

/** Why it would print nothing now; null where nothing speaks against it, undefined where it says nothing. */
const hindrance = async (
  socket: Socket,
  line: ReturnType<typeof openLine>,
  withinMs: number,
): Promise<string | null | undefined> => {
  socket.write(askNow(2));
  const causes = await line.next(isStatus, withinMs);
  if (causes === null) return undefined;
  const cause = offline.find(([bit]) => (causes & bit) !== 0);
  if (cause) return cause[1];
  socket.write(askNow(4));
  const paper = await line.next(isStatus, withinMs);
  return paper !== null && (paper & paperOut) === paperOut
    ? 'It is out of paper. Put a new roll in, then print again.'
    : null;
};

/**
 * Prints on a receipt printer by TCP: asks how it stands, sends the document once, and waits until the printer says that it
 * went through. Before the first byte of the document every trouble means that nothing was printed; after it, nobody knows.
 * Of a printer that is known to say nothing about itself (`answers` 0), having taken the document is all that can be known.
 */
export const printByNetwork = async (
  printer: Pick<PrinterRow, 'name' | 'host' | 'port' | 'answers'>,
  document: Uint8Array,
  { patience = usualPatience, signal }: { readonly patience?: Patience; readonly signal?: AbortSignal } = {},
): Promise<PrintOutcome> => {
  let socket: Socket;
  try {
    socket = await reach(printer, patience.connect);
  } catch (error) {
    return failed(
      `${printer.name} cannot be reached (${messageOf(error)}). Check that it is on, then print again.`,
      null,
    );
  }
  const line = openLine(socket);
  const giveUp = () => void socket.destroy(new Error('Tillbridge was closed.'));
  signal?.addEventListener('abort', giveUp);
  try {
    const why = await hindrance(socket, line, patience.status);
    if (typeof why === 'string') return failed(`${printer.name}: ${why}`, true);
    if (line.ended() !== null) return failed(`${printer.name} hung up before it printed anything. Print again.`, null);
    if (why === undefined && printer.answers === 1) {
      return failed(`${printer.name} is connected and says nothing. Switch it off and on, then print again.`, false);
    }
    return await send(socket, line, { printer, document, answers: why === null, patience });
  } finally {
    signal?.removeEventListener('abort', giveUp);
    socket.destroy();
  }
};

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

interface Sending {
  readonly printer: Pick<PrinterRow, 'name' | 'answers'>;
  readonly document: Uint8Array;
  readonly answers: boolean;
  readonly patience: Patience;
}

const send = async (
  socket: Socket,
  line: ReturnType<typeof openLine>,
  { printer, document, answers, patience }: Sending,
): Promise<PrintOutcome> => {
  const look = `Look whether paper came out of ${printer.name} before you print again.`;
  if (!answers) {
    const taken = await flushed(socket, document, patience);
    if (!taken) return unknown(`It did not take the document. ${look}`, answers);
    if (printer.answers === 0) return { state: 'printed', problem: '', answers };
    return unknown(`${printer.name} took the document and says nothing about itself. ${look}`, answers);
  }
  socket.write(document);
  socket.write(askAfterwards);
  const through = await line.next(isAfterwards, patience.print);
  if (through !== null) return { state: 'printed', problem: '', answers };
  const ended = line.ended();
  return unknown(
    ended === null ? `It stopped answering. ${look}` : `The connection broke (${ended}). ${look}`,
    answers,
  );
};

/** Ends the connection behind the document; whether all of it was taken, as far as this side can tell. */
const flushed = (socket: Socket, document: Uint8Array, patience: Patience): Promise<boolean> =>
  new Promise((resolve) => {
    const givenUp = setTimeout(() => resolve(false), patience.print);
    const end = (taken: boolean): void => {
      clearTimeout(givenUp);
      resolve(taken);
    };
    socket.once('error', () => end(false));
    socket.once('close', (broken) => end(!broken));
    // Not every printer hangs up in its turn.
    socket.end(document, () => setTimeout(() => end(!socket.errored), patience.status));
  });
