import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** How a receipt printer on the network behaves; everything left out is in order. */
export interface PrinterMood {
  /** Never says anything about itself, as cheap ones do. */
  readonly silent?: boolean;
  /** What it answers to DLE EOT 2 (why it is offline) and 4 (paper); the fixed bits are added. */
  readonly offline?: number;
  readonly paper?: number;
  /** Hangs up after that many bytes of a document. */
  readonly dropsAfter?: number;
  /** Takes a document and never says that it went through. */
  readonly stalls?: boolean;
  /** Says something about itself that nobody asked for, before its last answer. */
  readonly chats?: boolean;
}

/** A receipt printer on 127.0.0.1 that ends with the test. */
export interface FakePrinter {
  readonly port: number;
  /** What it was sent beside questions about itself: a document for each connection that brought one. */
  readonly documents: readonly Buffer[];
  readonly connections: () => number;
  readonly become: (mood: PrinterMood) => void;
  /** Resolves when it has taken this many bytes of a document in one connection. */
  readonly hasTaken: (bytes: number) => Promise<void>;
  /** Switches it off: nobody can connect any more. */
  readonly switchOff: () => Promise<void>;
}

const statusFixed = 0x12;
/** DLE EOT 2 and 4, and GS r 1, a byte a letter. */
const whyOffline = '\u0010\u0004\u0002';
const whichPaper = '\u0010\u0004\u0004';
const isThrough = '\u001dr\u0001';
const questions = new RegExp(`(${whyOffline}|${whichPaper}|${isThrough})`);
/** Four bytes that some printers send when something about them changes: one that begins it, three that look like answers. */
const unasked = Uint8Array.of(0x10, 0x00, 0x0c, 0x00);

export const startPrinter = async (first: PrinterMood = {}): Promise<FakePrinter> => {
  let mood = first;
  const documents: Buffer[] = [];
  const waiting = new Set<() => void>();
  const sockets = new Set<Socket>();
  let connections = 0;
  let most = 0;

  const serve = (socket: Socket): void => {
    connections += 1;
    sockets.add(socket);
    let document = Buffer.alloc(0);
    const at = documents.push(document) - 1;
    const answer = (byte: number): void => {
      if (!mood.silent) socket.write(Uint8Array.of(byte));
    };
    const take = (bytes: Buffer): void => {
      document = Buffer.concat([document, bytes]);
      documents[at] = document;
      most = Math.max(most, document.length);
      for (const look of waiting) look();
      if (mood.dropsAfter !== undefined && document.length >= mood.dropsAfter) socket.resetAndDestroy();
    };
    const asked: Readonly<Record<string, () => void>> = {
      [whyOffline]: () => answer(statusFixed | (mood.offline ?? 0)),
      [whichPaper]: () => answer(statusFixed | (mood.paper ?? 0)),
      [isThrough]: () => {
        if (mood.chats) socket.write(unasked);
        else if (!mood.stalls && !socket.destroyed) answer(0);
      },
    };
    socket.on('data', (bytes) => {
      for (const part of bytes.toString('latin1').split(questions)) {
        if (part !== '') (asked[part] ?? (() => take(Buffer.from(part, 'latin1'))))();
      }
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  };

  const server = createServer(serve);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const switchOff = async (): Promise<void> => {
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  onTestFinished(switchOff);
  return {
    port,
    get documents() {
      return documents.filter(({ length }) => length > 0);
    },
    connections: () => connections,
    become: (next) => {
      mood = next;
    },
    hasTaken: (bytes) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (most < bytes) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    switchOff,
  };
};
