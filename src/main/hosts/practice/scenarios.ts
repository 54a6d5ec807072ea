import type { ScenarioName } from '../../../contract/training.ts';
import type { OrderDraft } from '../../../practice-store/practice-store.ts';

/** What a scenario plays with: an order of its own, what staff have done with it, and what the store does. */
export interface Stage {
  /** Places the order that it is about, and waits until it is here. */
  readonly order: (draft: OrderDraft) => Promise<void>;
  /** Waits until staff, or the next exchange, have brought it so far. */
  readonly until: (fits: (seen: Seen) => boolean) => Promise<void>;
  /** The next step is done. */
  readonly step: () => void;
  /** Time to look, in ms. */
  readonly pause: (ms: number) => Promise<void>;
  readonly cancel: () => Promise<void>;
  readonly pay: () => Promise<void>;
  /** The store cannot be reached for so long, in ms. */
  readonly loseNetwork: (ms: number) => Promise<void>;
}

/** The order as it is here. */
export interface Seen {
  readonly saleStatus: string;
  readonly paymentState: string;
  readonly status: string;
  /** Pieces that are off the shelf. */
  readonly picked: number;
  /** Changes that BigCommerce was not told yet, of all orders. */
  readonly unsent: number;
  readonly isOffline: boolean;
}

export interface Scenario {
  /** For the command line; the screens have words of their own. */
  readonly title: string;
  readonly steps: number;
  readonly play: (stage: Stage) => Promise<void>;
}

const customer = { firstName: 'Robin', lastName: 'Training', email: 'robin@training.example' };
const READING_MS = 5_000;
const OUTAGE_MS = 45_000;

/** Each does its event when staff have come to where it hurts. */
export const scenarios: Readonly<Record<ScenarioName, Scenario>> = {
  'cancelled-after-packing': {
    title: 'An order is cancelled after it was packed: put it back',
    steps: 3,
    play: async ({ order, until, step, pause, cancel }) => {
      await order({ customer, email: customer.email });
      await until(({ status }) => status === 'packed');
      step();
      await pause(READING_MS);
      await cancel();
      await until(({ saleStatus }) => saleStatus === 'voided');
      step();
      await until(({ picked }) => picked === 0);
      step();
    },
  },
  'paid-at-last': {
    title: 'A pickup is packed before it is paid: it cannot be handed over until the payment comes',
    steps: 3,
    play: async ({ order, until, step, pause, pay }) => {
      await order({ customer, email: customer.email, statusId: 7, paymentMethod: 'Bank Deposit', pickup: true });
      await until(({ status }) => status === 'packed');
      step();
      await pause(READING_MS * 4);
      await pay();
      await until(({ paymentState }) => paymentState === 'paid');
      step();
      await until(({ status }) => status === 'fulfilled');
      step();
    },
  },
  'network-gone': {
    title: 'The network goes while an order is being picked: work on, and see what was done go out afterwards',
    steps: 3,
    play: async ({ order, until, step, loseNetwork }) => {
      await order({ customer, email: customer.email });
      await until(({ picked }) => picked > 0);
      step();
      await loseNetwork(OUTAGE_MS);
      await until(({ isOffline }) => isOffline);
      await until(({ status }) => status === 'fulfilled');
      step();
      await until(({ unsent, isOffline }) => unsent === 0 && !isOffline);
      step();
    },
  },
};

/** A line for each, for who asks the command line for one that there is not. */
export const scenarioList = (): string =>
  Object.entries(scenarios)
    .map(([name, { title }]) => `  ${name.padEnd(26)}${title}`)
    .join('\n');
