/**
 * For how long after its answer BigCommerce may take to show a level (bigcommerce.md §0.14 says "asynchronous", and not
 * how long). Too short costs sending the same level twice; too long, that a sold piece is told later.
 */
export const storeSettlingMs = 30_000;
/** The store for practice shows a level at once, unless it was told to take its time. */
export const practiceSettlingMs = 3_000;

/**
 * How long after a shipment of unknown outcome it is looked for, and how far apart the looks are: a shipment that was made
 * may not be listed at once (bigcommerce.md §6.4). Too short doubles a parcel; too long keeps its order waiting.
 */
export const storeLookGapMs = 60_000;
export const practiceLookGapMs = 2_000;
