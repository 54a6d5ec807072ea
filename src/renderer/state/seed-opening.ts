import { createStore } from 'zustand/vanilla';
import { text } from '../text.ts';
import type { AppClient, Output } from './bridge.ts';
import { createManagerCommand } from './manager-command.ts';
import type { createNotices } from './notices.ts';

export type SeedPreview = Output<'stock.previewSeed'>;

/** Opening stock from BigCommerce, once: its figures are read, shown beside ours, and taken over by a manager. */
export const createSeedOpening = (call: AppClient, notices: ReturnType<typeof createNotices>) => {
  const store = createStore<{ readonly preview: SeedPreview | null }>(() => ({ preview: null }));
  const reading = createManagerCommand(call);
  const command = createManagerCommand(call);
  return {
    store,
    reading,
    command,
    read: (): Promise<void> => {
      command.forget();
      return reading.run(
        () => call('stock.previewSeed', {}),
        (preview) => store.setState({ preview }),
      );
    },
    commit: (): Promise<void> => {
      const { preview } = store.getState();
      if (preview === null) return Promise.resolve();
      return command.run(
        () => call('stock.seed', { readAt: preview.readAt }),
        ({ products }) => {
          notices.say(text.opening.seed.done(products));
          store.setState({ preview: null });
        },
      );
    },
  };
};
