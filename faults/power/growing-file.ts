/** The contents of a file that is written again and again. */
export interface GrowingFile {
  readonly write: (at: number, bytes: Buffer) => void;
  readonly resize: (size: number) => void;
  readonly bytes: () => Buffer;
}

const NOTHING = Buffer.alloc(0);

/** Begins with `from`, which it never changes. */
export const growingFile = (from: Buffer = NOTHING): GrowingFile => {
  let room = from;
  let size = from.length;
  let isOwn = false;
  const makeRoom = (needed: number): void => {
    if (isOwn && needed <= room.length) return;
    const larger = Buffer.alloc(Math.max(needed, isOwn ? room.length * 2 : needed));
    room.copy(larger, 0, 0, size);
    room = larger;
    isOwn = true;
  };
  return {
    write: (at, bytes) => {
      makeRoom(Math.max(size, at + bytes.length));
      bytes.copy(room, at);
      size = Math.max(size, at + bytes.length);
    },
    resize: (to) => {
      makeRoom(Math.max(size, to));
      // What lay beyond reads as nothing when it grows again.
      if (to < size) room.fill(0, to, size);
      size = to;
    },
    bytes: () => room.subarray(0, size),
  };
};
