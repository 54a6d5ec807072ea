import type { ReactNode } from 'react';
import field from '../../../components/field.module.css';
import { text } from '../../../text.ts';

/** The plans that have the integration (R1). The app itself is who refuses any other. */
const plans: readonly string[] = ['Pro', 'Standard', 'Advanced', 'Enterprise', 'Core', 'Plus'];
const ANOTHER = 'another';

export const hasIntegration = (plan: string): boolean => plans.includes(plan);

interface PlanChoiceProps {
  readonly id: string;
  /** Empty until one is chosen. */
  readonly plan: string;
  readonly onChange: (plan: string) => void;
}

/** The shop's Retail POS plan. */
export function PlanChoice({ id, plan, onChange }: PlanChoiceProps): ReactNode {
  const known = plans.find((each) => each.toLowerCase() === plan.trim().toLowerCase());
  return (
    <select
      id={id}
      className={field.field}
      value={known ?? (plan === '' ? '' : ANOTHER)}
      onChange={({ target }) => onChange(target.value)}
    >
      {plan === '' ? <option value="">{text.link.plan.choose}</option> : null}
      {plans.map((each) => (
        <option key={each}>{each}</option>
      ))}
      <option value={ANOTHER}>{text.link.plan.another}</option>
    </select>
  );
}
