import { counted } from './format/count.ts';

/** Every word about how long personal data is kept. */
export const privacyText = {
  title: 'Personal data',
  what: 'Names, addresses, e-mails and phone numbers of sales that are paid and handed over, or voided, are removed here after a time. Lines, money, stock and dates stay. BigCommerce keeps what it has. It cannot be taken back.',
  label: 'Remove after',
  never: 'Never',
  months: (months: number) => counted(months, 'month', 'months'),
  beginsAt: (when: string) => `It begins on ${when}, unless another time is saved before.`,
  lastRun: (when: string) => `Looked through last: ${when}.`,
  removed: (count: number) => `Removed so far from ${counted(count, 'sale', 'sales')}.`,
  copies: 'Copies made before still hold it: daily ones go after three days, others are yours to delete.',
  save: 'Save',
  saving: 'Saving…',
  saved: 'Saved.',
  unchanged: 'That is how it is already.',
  now: 'Remove now what is older',
  removing: 'Removing…',
  done: (count: number) =>
    count === 0 ? 'Nothing was old enough.' : `Removed from ${counted(count, 'sale', 'sales')}.`,
  stopped: (count: number) =>
    `Stopped. What was removed, from ${counted(count, 'sale', 'sales')}, stays removed; the rest is as it was, until the next run.`,
} as const;
