/** In the order of the keys 1 to 4. */
export const segmentNames = ['new', 'in_progress', 'packed', 'all'] as const;
