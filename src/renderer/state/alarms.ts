import type { AppClient, Output } from './bridge.ts';
import type { Live } from './live.ts';
import { createQuestion } from './question.ts';

export type AlarmView = Output<'stock.alarms'>['rows'][number];

interface AlarmDeps {
  readonly call: AppClient;
  readonly live: Live;
  readonly sound: () => void;
  /** Tells what could not be done. */
  readonly say: (notice: string) => void;
}

/** The last-one alarms that nobody has seen (N6). They outlast the window: what rang while it was closed is there. */
export const createAlarms = ({ call, live, sound, say }: AlarmDeps) => {
  const question = createQuestion(() => call('stock.alarms', {}));
  const read = (): void => void question.ask(undefined);
  live.on(['stock', 'fulfillments'], () => void question.again());
  read();
  return {
    store: question.store,
    /** One has just been raised. */
    ring: (): void => {
      sound();
      read();
    },
    /** Takes one off the list; all of them without an id. */
    seen: async (alarmId?: string): Promise<void> => {
      const reply = await call('stock.alarmSeen', alarmId === undefined ? {} : { alarmId });
      if (!reply.ok) say(reply.fault.message);
      await question.ask(undefined);
    },
  };
};
