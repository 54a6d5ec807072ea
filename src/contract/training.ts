import { z } from 'zod';
import { command, query } from './procedure.ts';
import { nothing } from './values.ts';

/** What can be practised with the practice store; `--scenario NAME` names one of them. */
export const scenarioName = z.enum(['cancelled-after-packing', 'paid-at-last', 'network-gone']);
export type ScenarioName = z.output<typeof scenarioName>;

export const trainingView = z.object({
  /** Null while none runs. */
  running: z
    .object({
      scenario: scenarioName,
      /** The order that it is about; null until it was placed. */
      orderId: z.string().nullable(),
      /** What is to be handed over of it; null until it has arrived. */
      fulfillmentId: z.string().nullable(),
      /** How many of its steps are done. */
      done: z.number().int().nonnegative(),
      steps: z.number().int().positive(),
    })
    .nullable(),
});
export type TrainingView = z.output<typeof trainingView>;

export const trainingProcedures = {
  'training.status': query({
    description: 'The scenario that is being practised, and how far it is. Nothing runs on a real till.',
    input: nothing,
    output: trainingView,
  }),
  'training.start': command({
    allowed: 'anyone',
    description: 'Begins a scenario with the practice store: its events happen by themselves at the right time (N12).',
    input: z.object({ scenario: scenarioName }),
    output: trainingView,
  }),
  'training.stop': command({
    allowed: 'anyone',
    description: 'Ends the scenario that is being practised. What was done stays.',
    input: nothing,
    output: trainingView,
  }),
};
