import type { ReactNode } from 'react';
import type { RecordNoun } from '../../contract/event.ts';
import type { WorkView } from '../../contract/work.ts';
import { useApp } from '../state/use-app.ts';
import { useQuery } from '../state/use-query.ts';
import { text } from '../text.ts';
import { WorkBar } from './work-bar.tsx';

const nouns: readonly RecordNoun[] = ['work'];

/** How far long work is, and the way to stop it; nothing while none of it runs. */
export function RunningWork({ works }: { readonly works: readonly WorkView['work'][] }): ReactNode {
  const { call } = useApp();
  const { data } = useQuery('work.running', {}, nouns);
  const running = data?.rows.filter(({ work }) => works.includes(work)) ?? [];
  return running.map(({ work, doing, done, total, counts, isStopping }) => (
    <WorkBar
      key={work}
      {...{ label: text.work.doing[doing], done, total, isStopping }}
      figure={text.work.figure(done, total, counts)}
      onStop={() => void call('work.stop', { work })}
    />
  ));
}
