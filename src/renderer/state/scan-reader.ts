/** Characters of a scanner follow each other within this long; nobody types so fast for a whole code. */
export const scanGapMs = 60;
const shortestCode = 4;

export interface ScanReader {
  /** Adds a character. False when it begins anew, for what came before it was typed by hand. */
  readonly add: (character: string, at: number) => boolean;
  /** What has been gathered, if it is long enough to be a code and `at` follows closely; then begins anew. */
  readonly take: (at: number) => string | null;
}

/** Tells a scanner from a hand by the pace of its keys. Instants are `KeyboardEvent.timeStamp`s. */
export const createScanReader = (): ScanReader => {
  let gathered = '';
  let lastAt = Number.NEGATIVE_INFINITY;
  // A clock that was set back begins anew.
  const isClose = (at: number): boolean => at >= lastAt && at - lastAt <= scanGapMs;
  return {
    add: (character, at) => {
      const follows = gathered !== '' && isClose(at);
      gathered = follows ? gathered + character : character;
      lastAt = at;
      return follows;
    },
    take: (at) => {
      const isCode = gathered.length >= shortestCode && isClose(at);
      const code = isCode ? gathered : null;
      gathered = '';
      return code;
    },
  };
};
