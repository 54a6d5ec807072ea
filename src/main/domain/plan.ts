import type { Problem } from './problem.ts';

const supported = ['pro', 'standard', 'advanced', 'enterprise', 'core', 'plus'];

/** Whether a Retail POS plan offers the BigCommerce integration (R1). */
export const planIsSupported = (plan: string): boolean => supported.includes(plan.trim().toLowerCase());

/** Why nothing is pulled or sent while the shop's plan is none of these (R2). What is here stays readable. */
export const planLost: Problem = {
  code: 'plan_lost',
  message: 'The Retail POS plan of this shop has no BigCommerce integration any more, so the exchange is paused.',
  nextStep:
    'Take up one of Pro, Standard, Advanced, Enterprise, Core and Plus, then choose it in Settings. Nothing already here is lost, and the exchange goes on by itself.',
};
