import type { StoreSurvey } from '../bigcommerce/survey.ts';

/** Asks a store with a token, from the thread that has the network. `since` is UTC ms. Throws `Refusal`. */
export type Survey = (asked: {
  readonly apiBase: string;
  readonly token: string;
  readonly since: number | null;
}) => Promise<StoreSurvey>;
