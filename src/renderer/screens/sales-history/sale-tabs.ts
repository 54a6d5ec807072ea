/** The tabs, in their order, and the key of each. */
export const saleTabs = [
  { tab: 'all', key: 'a' },
  { tab: 'returns', key: 'r' },
  { tab: 'unpaid', key: 'u' },
] as const;
