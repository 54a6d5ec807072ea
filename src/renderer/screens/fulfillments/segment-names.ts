/** In the order of the keys 1 to 4. */
export const segmentNames = ['new', 'in_progress', 'packed', 'all'] as const;

/** The lists for one task; `none` is what is to be done with orders as a whole. */
export const taskNames = ['none', 'put_back', 'shelf', 'stuck'] as const;
