import type { WorkView } from '../contract/work.ts';
import { formatCount } from './format/count.ts';

const megabytes = (bytes: number): string => formatCount(Math.round(bytes / 1e6));

/** How far work is: “1,240 of 8,300 sales”, or what is known of it. */
const figure = (done: number | null, total: number | null, counts: WorkView['counts']): string => {
  if (done === null) return '';
  const [unit, format] = counts === 'bytes' ? (['MB', megabytes] as const) : ([counts, formatCount] as const);
  return total === null ? `${format(done)} ${unit}` : `${format(done)} of ${format(total)} ${unit}`;
};

/** Every word about long work: how far it is, and stopping it. */
export const workText = {
  doing: {
    copying: 'Copying, while work goes on',
    checking: 'Reading the copy through',
    reading: 'Reading the copy through',
    restoring: 'Making it ready',
    examining: 'Looking the shop’s data through',
    pulling: 'Taking in what came since, first',
    catalogue: 'Reading BigCommerce’s catalogue',
    levels: 'Reading BigCommerce’s figures',
    comparing: 'Comparing orders',
    removing: 'Removing personal data',
    asking: 'Asking the store what this token may do',
  },
  figure,
  stop: 'Stop',
  stopping: 'Stopping…',
} as const;
