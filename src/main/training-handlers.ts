import type { Contract } from '../contract/contract.ts';
import { Refusal } from '../contract/fault.ts';
import type { Handlers } from '../contract/procedure.ts';
import type { Session, TrainingControls } from './app.ts';
import type { Desk } from './desk.ts';

type TrainingProcedure = Extract<keyof Contract, `training.${string}`>;

/** What the host of a practice store offers; a real till trains nobody. */
export const trainingHandlers = ({ options }: Desk): Pick<Handlers<Contract, Session>, TrainingProcedure> => {
  const controls = (): TrainingControls => {
    if (!options.training) throw new Refusal('only_in_practice');
    return options.training;
  };
  return {
    'training.status': () => options.training?.status() ?? { running: null },
    'training.start': ({ scenario }) => controls().start(scenario),
    'training.stop': () => controls().stop(),
  };
};
