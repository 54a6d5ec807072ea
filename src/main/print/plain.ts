/**
 * What no paper may carry: control characters, which a receipt printer obeys (one of them opens the cash drawer), marks that
 * turn the direction of the text around them, and halves of letters.
 */
const unprintable = /[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]+/gu;

/** One line of text as it is fit for paper, cut to `most` letters. */
export const plain = (value: string, most = 200): string => {
  // What is cut off later need not be cleaned: a name may be a megabyte.
  const cleaned = value
    .slice(0, most * 8)
    .replace(unprintable, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const letters = Array.from(cleaned);
  return letters.length > most
    ? `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
    : cleaned;
};

/** Several lines of text, without empty ones; the rest beyond `mostLines` is told by an ellipsis. */
export const plainLines = (value: string, mostLines = 12): string[] => {
  const lines = value
    .slice(0, 20_000)
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => plain(line))
    .filter(Boolean);
  return lines.length > mostLines ? [...lines.slice(0, mostLines), '…'] : lines;
};
