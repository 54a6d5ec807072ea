/** Runs one job after the other, in the order of asking. A job that throws does not keep the next one from running. */
export const createTurns = () => {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(job: () => Promise<T>): Promise<T> => {
    const mine = last.then(job, job);
    last = mine;
    return mine;
  };
};
