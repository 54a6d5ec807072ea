/** When an entry is tried again. All of it in ms. */
const FIRST_MS = 4_000;
const LONGEST_MS = 15 * 60_000;

/**
 * Full jitter: anything up to a limit that doubles with each try, so that many tills do not come back at one moment. It
 * never gives up. `tries` counts from 1; `random` is 0 to 1; never sooner than BigCommerce asked to wait.
 */
export const retryDelay = ({
  tries,
  random,
  askedMs = null,
}: {
  readonly tries: number;
  readonly random: number;
  readonly askedMs?: number | null;
}): number => {
  const limit = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(20, Math.max(0, tries - 1)));
  return Math.max(askedMs ?? 0, Math.round(limit * random));
};

/** A plan that lies further ahead was made before the clock was put back, unless BigCommerce asked for it. */
export const LONGEST_PLAN_MS = 2 * 3_600_000;

/** How often a shipment is looked for, that far apart, before it counts as not made (measures.md, lost answers). */
export const LOOKS = 2;
/** The same while BigCommerce counts pieces as shipped that it does not list: it has one shipment more than it shows. */
export const LOOKS_AT_LATE_LIST = 30;
