/** Milliseconds since 1970, as `Date.now` gives them. */
export type Clock = () => number;

/** The store keeps time in whole seconds, as BigCommerce does (bigcommerce.md §3.2). */
export const secondOf = (clock: Clock): number => Math.floor(clock() / 1000);

/** `Thu, 20 Apr 2017 11:32:00 +0000`, the V2 way of writing instants; always UTC. */
export const rfc2822 = (second: number): string => new Date(second * 1000).toUTCString().replace('GMT', '+0000');

/** `2017-04-20T11:32:00+00:00`, the V3 way. */
export const isoInstant = (second: number): string => new Date(second * 1000).toISOString().replace('.000Z', '+00:00');

const rfcForm = /^(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}(?::\d{2})? (?:GMT|UTC|[+-]\d{4})$/;
const isoForm = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;
const unixForm = /^\d{9,11}$/;

/**
 * Reads a date filter: RFC 2822, ISO 8601 (UTC where no zone is named) or Unix seconds. Milliseconds; null when it is none.
 * An unencoded `+` arrives as a space and is refused here, as it should be noticed (bigcommerce.md §3.2).
 */
export const parseInstant = (text: string): number | null => {
  if (unixForm.test(text)) return Number(text) * 1000;
  if (rfcForm.test(text)) return validOrNull(Date.parse(text));
  if (!isoForm.test(text)) return null;
  const zoned = !text.includes('T') || /(?:Z|[+-]\d{2}:?\d{2})$/.test(text.slice(10));
  return validOrNull(Date.parse(zoned ? text : `${text}Z`));
};

const validOrNull = (instant: number): number | null => (Number.isNaN(instant) ? null : instant);
