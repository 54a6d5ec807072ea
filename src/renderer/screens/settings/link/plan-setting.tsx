import { type ReactNode, useId, useState } from 'react';
import { ManagerStep } from '../../../components/manager-step.tsx';
import { createManagerCommand } from '../../../state/manager-command.ts';
import { useApp } from '../../../state/use-app.ts';
import { text } from '../../../text.ts';
import look from '../section-page.module.css';
import type { LinkView } from './linked-store.tsx';
import { hasIntegration, PlanChoice } from './plan-choice.tsx';

const words = text.link.plan;

/** The plan of today: one that is lost pauses the exchange, one that is back lets it go on (R2). */
export function PlanSetting({ link }: { readonly link: LinkView }): ReactNode {
  const { call, notices } = useApp();
  const [command] = useState(() => createManagerCommand(call));
  const [plan, setPlan] = useState(link.plan);
  const id = useId();
  const isSame = plan.toLowerCase() === link.plan.toLowerCase();
  const save = (): void =>
    void command.run(
      () => call('link.setPlan', { plan }),
      (saved) => notices.say(words.saved(saved.plan)),
    );
  return (
    <section className={look.part} aria-label={words.label}>
      <div className={look.form}>
        <label htmlFor={id}>{words.label}</label>
        <PlanChoice id={id} plan={plan} onChange={setPlan} />
        {isSame ? null : (
          <div className={look.end}>
            {hasIntegration(plan) ? null : <p>{words.paused}</p>}
            <ManagerStep command={command} label={words.save} busy={words.saving} hindrance={null} onPress={save} />
          </div>
        )}
      </div>
    </section>
  );
}
