import { useEffect } from 'react';
import type { RecordNoun } from '../../contract/event.ts';
import type { TrainingView } from '../../contract/training.ts';
import { useQuery } from './use-query.ts';

const nouns: readonly RecordNoun[] = ['fulfillments', 'sales', 'outbox'];
const LOOK_EVERY_MS = 1_000;

export interface Training {
  readonly running: TrainingView['running'];
  readonly again: () => Promise<void>;
}

/** What is being practised. Only asked on a practice till, and there often: its steps come by what staff do. */
export const useTraining = (): Training => {
  const { data, again } = useQuery('training.status', {}, nouns);
  useEffect(() => {
    const timer = setInterval(() => void again(), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [again]);
  return { running: data?.running ?? null, again };
};
