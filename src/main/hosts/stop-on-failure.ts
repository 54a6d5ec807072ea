/** Does `work` on what is running; stops it when the work fails, because its threads would keep the process alive. */
export const stopOnFailure = async <T>(stop: () => Promise<void>, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    await stop();
    throw error;
  }
};
