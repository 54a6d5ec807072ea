import { closeSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';

/** Where SQLite's header keeps the application id, which SQLite itself never looks at. */
const SEAL_AT = 68;
const SEAL_BYTES = 4;
const CHUNK = 4_194_304;

/**
 * The CRC-32 of a file but for the seal itself. SQLite's own check sees no byte that changed inside a name or an amount; this
 * does, and the copy stays one file.
 */
const checksumOf = (handle: number): number => {
  const chunk = Buffer.alloc(CHUNK);
  let sum = 0;
  let at = 0;
  for (let read = readSync(handle, chunk, 0, CHUNK, at); read > 0; read = readSync(handle, chunk, 0, CHUNK, at)) {
    if (at === 0) chunk.fill(0, SEAL_AT, SEAL_AT + SEAL_BYTES);
    sum = crc32(chunk.subarray(0, read), sum);
    at += read;
  }
  return sum;
};

const withFile = <T>(file: string, flags: 'r' | 'r+', work: (handle: number) => T): T => {
  const handle = openSync(file, flags);
  try {
    return work(handle);
  } finally {
    closeSync(handle);
  }
};

/** Writes the checksum into a finished copy, synced. Nothing may have it open. */
export const sealCopy = (file: string): void =>
  withFile(file, 'r+', (handle) => {
    const seal = Buffer.alloc(SEAL_BYTES);
    seal.writeUInt32BE(checksumOf(handle));
    writeSync(handle, seal, 0, SEAL_BYTES, SEAL_AT);
    fsyncSync(handle);
  });

/** Whether a sealed copy is, byte for byte, what it was when it was made. */
export const isSealWhole = (file: string): boolean =>
  withFile(file, 'r', (handle) => {
    const seal = Buffer.alloc(SEAL_BYTES);
    readSync(handle, seal, 0, SEAL_BYTES, SEAL_AT);
    return seal.readUInt32BE() === checksumOf(handle);
  });
