/** In the order of the keys 1 to 4. */
export const periodKinds = ['all', 'today', 'yesterday', 'week'] as const;
