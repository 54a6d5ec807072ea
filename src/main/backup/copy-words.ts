import type { LookedCopy } from './prepare-restore.ts';

const many = (count: number, one: string, more: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : more}`;

const list = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

/** What restoring a copy means, a plain sentence each: what is lost, what comes again, what is held. */
export const copyWords = ({ missing, waiting, mark }: LookedCopy): string[] => {
  const since =
    mark === null ? 'it was made' : `${new Date(mark.madeAt).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return [...lossWords(missing, since), ...waitingWords(waiting), stockWords];
};

const stockWords =
  'Stock levels are not told to BigCommerce until a manager has looked at them and says so. The database of now is kept beside it.';

const waitingWords = (waiting: number): string[] =>
  waiting === 0
    ? []
    : [
        `${many(waiting, 'change waits', 'changes wait')} in it for BigCommerce. Each is looked for there first, so that none is made twice.`,
      ];

const lossWords = (missing: LookedCopy['missing'], since: string): string[] => {
  if (missing === null) {
    return [
      `The database here cannot be read, so what the copy lacks cannot be counted: everything that was recorded since ${since}.`,
      'Web orders come again by themselves. Sales at the counter, counts, picks and closed tills since then do not.',
    ];
  }
  const lost = [
    ...(missing.inStoreSales > 0 ? [many(missing.inStoreSales, 'sale at the counter', 'sales at the counter')] : []),
    ...(missing.stockMovements > 0 ? [many(missing.stockMovements, 'stock movement', 'stock movements')] : []),
    ...(missing.fulfillmentSteps > 0
      ? [many(missing.fulfillmentSteps, 'step at the shelf', 'steps at the shelf')]
      : []),
    ...(missing.tillsClosed > 0 ? [many(missing.tillsClosed, 'till close', 'till closes')] : []),
  ];
  return [
    lost.length === 0
      ? 'No sale, count, pick or till close is missing in it; what else was entered since is.'
      : `Lost would be ${list(lost)}, recorded since ${since}.`,
    ...(missing.onlineSales > 0
      ? [`${many(missing.onlineSales, 'web order comes', 'web orders come')} again by the next exchange, once each.`]
      : []),
  ];
};
