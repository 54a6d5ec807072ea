import { counted } from './format/count.ts';

/** Every word about the audit log. */
export const auditText = {
  title: 'Audit log',
  what: 'What managers did, and what bears on it. Nothing here can be changed or deleted.',
  list: 'Entries, newest first',
  search: 'Search who, what or to what',
  kind: 'What',
  from: 'From',
  to: 'To',
  clear: 'Clear',
  export: 'Export',
  entries: (count: number) => counted(count, 'entry', 'entries'),
  nobody: 'nobody signed in',
  none: 'none',
  yes: 'yes',
  no: 'no',
  before: 'Before',
  after: 'After',
  empty: 'Nothing was recorded yet. Linking a store, PINs, stock taken over and the like appear here by themselves.',
  nothingMatches: 'No entry matches.',
} as const;
