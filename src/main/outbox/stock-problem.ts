import type { Problem } from '../domain/problem.ts';

/** What an exchange failed on after the orders had come: said so that nobody thinks that they did not. */
export const stockProblem = ({ code, message, nextStep }: Problem): Problem => ({
  code,
  message:
    code === 'internal'
      ? 'Orders arrived, but not everything could be told to BigCommerce.'
      : `${message} Orders arrived; what is to be told waits.`,
  nextStep,
  ordersArrived: true,
});
