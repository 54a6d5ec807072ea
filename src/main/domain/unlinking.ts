import type { Problem } from './problem.ts';

/** The support page's own words (R80). */
export const unlinkWarning =
  "Don't unlink and relink your stores unless you're planning on deleting all items from your BigCommerce store and starting from scratch.";

/** Why nothing is pulled or sent after a store was unlinked. What is here stays (R81). */
export const unlinked = (storeName: string): Problem => ({
  code: 'not_linked',
  message: `The store "${storeName}" is unlinked: no order comes in, and nothing is sent.`,
  nextStep: 'Everything already here stays. Link the store again in Settings, and it goes on where it stopped.',
});
