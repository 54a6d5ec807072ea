const FIRST_MS = 250;
const LONGEST_MS = 30_000;

/** How long the answer to a PIN is held back (ms) after so many wrong ones in a row. */
export const pinDelayMs = (wrong: number): number =>
  wrong === 0 ? 0 : Math.min(LONGEST_MS, FIRST_MS * 2 ** (wrong - 1));

/** What is left of that delay at `now`. A clock that was set back makes nobody wait longer than the delay itself. */
export const pinWaitMs = (
  { wrong, lastAt }: { readonly wrong: number; readonly lastAt: number },
  now: number,
): number => {
  const whole = pinDelayMs(wrong);
  return Math.min(whole, Math.max(0, lastAt + whole - now));
};
