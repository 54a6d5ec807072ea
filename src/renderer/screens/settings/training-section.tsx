import { GraduationCap } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { ScenarioName } from '../../../contract/training.ts';
import buttons from '../../components/button.module.css';
import { Refused } from '../../components/refused.tsx';
import { useApp } from '../../state/use-app.ts';
import { useOneCommand } from '../../state/use-one-command.ts';
import { useTraining } from '../../state/use-training.ts';
import { text } from '../../text.ts';
import look from './section-page.module.css';

const words = text.training;
const names = Object.keys(words.scenarios) as ScenarioName[];

/** Settings › Training: scenarios of the practice store. */
export function TrainingSection(): ReactNode {
  const { call, shop } = useApp();
  const practice = useStore(shop.about.store, ({ data }) => data?.practice ?? false);
  const { running, again } = useTraining();
  const command = useOneCommand();
  const start = (scenario: ScenarioName): void =>
    void command.run(
      () => call('training.start', { scenario }),
      () => void again(),
    );
  return (
    <div className={look.page}>
      <h2 className={look.title}>{words.title}</h2>
      <p className={look.what}>{words.what}</p>
      {practice ? null : <p className={look.what}>{words.notHere}</p>}
      {command.fault === null ? null : <Refused>{command.fault.message}</Refused>}
      {names.map((name) => {
        const { title, what } = words.scenarios[name];
        const isRunning = running?.scenario === name && running.done < running.steps;
        return (
          <section key={name} className={look.part} aria-label={title}>
            <h3 className={look.heading}>{title}</h3>
            <p className={look.what}>{what}</p>
            <div>
              <button
                type="button"
                className={buttons.button}
                aria-disabled={!practice || isRunning}
                aria-label={isRunning ? words.runningNow(title) : words.startOf(title)}
                onClick={() => (practice && !isRunning ? start(name) : undefined)}
              >
                <GraduationCap size={18} aria-hidden />
                {isRunning ? words.running : words.start}
              </button>
            </div>
          </section>
        );
      })}
    </div>
  );
}
