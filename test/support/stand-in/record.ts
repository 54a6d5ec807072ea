/** What the app did to the stand-in, for a test to ask about; and what a test makes happen. */
export interface StandInState {
  /** Every call that has no other effect here, in order: `tray.setToolTip`, `app.relaunch` … */
  readonly calls: [what: string, ...args: unknown[]][];
  /** What the next message boxes answer: the number of the button. */
  readonly answers: number[];
}

export const state: StandInState = { calls: [], answers: JSON.parse(process.env.STAND_IN_ANSWERS ?? '[]') };

export const record =
  (what: string) =>
  (...args: unknown[]): void => {
    state.calls.push([what, ...args.map((arg) => JSON.parse(JSON.stringify(arg ?? null)))]);
  };

type Task = (...args: never[]) => unknown;
const tasks = new Map<string, Task>();

/** Something that a test may ask this process to do, by name. */
export const onTask = (name: string, task: Task): void => void tasks.set(name, task);

onTask('calls', () => state.calls);
onTask('answer', (button: never) => void state.answers.push(button));

/** A test that started this process with a channel asks `{ id, task, args }` and is sent `{ id, value }`. */
process.on('message', async ({ id, task, args }: { id: number; task: string; args: never[] }) => {
  const value = await tasks.get(task)?.(...args);
  process.send?.({ id, value: value ?? null });
});
// The channel is a test's; it must not keep the app running.
process.channel?.unref();
