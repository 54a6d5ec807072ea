import { createStore } from 'zustand/vanilla';
import { text } from '../text.ts';
import type { AppClient, Output } from './bridge.ts';
import { createTurns } from './in-turn.ts';
import type { createNotices } from './notices.ts';
import type { WorkOutcome } from './work-sound.ts';

/** How the last scan came out, to be seen, heard and read aloud. */
export interface SaleScan {
  readonly outcome: WorkOutcome;
  readonly sentence: string;
  /** The sale that it opened; null where it opened none. */
  readonly saleId: string | null;
  /** Lets the same thing happen twice. */
  readonly count: number;
}

type Found = NonNullable<Output<'sales.find'>['found']>;

interface SaleScanDeps {
  readonly call: AppClient;
  readonly notices: ReturnType<typeof createNotices>;
  readonly sound: (outcome: WorkOutcome) => void;
  /** Opens a sale that was asked for on the screen `from`. Answers whether it is in sight: staff may have left. */
  readonly open: (saleId: string, from: string) => boolean;
}

const words = text.salesHistory.scan;
const here = '/sales-history';

/** A letter and a number is what a receipt says: W and the order number, or S and a number of this machine's. */
const isReceipt = (code: string): boolean => /^[ws]\d{1,15}$/i.test(code.trim());

/**
 * Codes that mean sales. On the Sales history every code that leads to a sale opens it: receipts, slips, order numbers.
 * From elsewhere a receipt does; slips, shelves and orders are for those who pick and pack.
 */
export const createSaleScans = ({ call, notices, sound, open }: SaleScanDeps) => {
  const store = createStore<{ readonly last: SaleScan | null }>(() => ({ last: null }));
  const inTurn = createTurns();

  const tell = (outcome: WorkOutcome, sentence: string, saleId: string | null): void => {
    store.setState(({ last }) => ({ last: { outcome, sentence, saleId, count: (last?.count ?? 0) + 1 } }));
    sound(outcome);
    notices.say(sentence);
  };

  const find = async (code: string): Promise<Found | null> => {
    const reply = await call('sales.find', { code });
    return reply.ok ? reply.data.found : null;
  };

  const opened = (code: string, { saleId }: Found, from: string): void => {
    const isInSight = open(saleId, from);
    tell('ok', isInSight ? words.opened(code) : text.scanner.openThere(code, text.frame.salesHistory), saleId);
  };

  const refuse = (code: string): void =>
    tell('refused', (isReceipt(code) ? words.noReceipt : words.noSale)(code), null);

  return {
    store,
    scan: (code: string): void =>
      void inTurn(async () => {
        const found = await find(code);
        if (found === null) refuse(code);
        else opened(code, found, here);
      }),
    /** Opens the sale whose code was typed in full; anything else is a search, which the list answers already. */
    typed: (code: string): void =>
      void inTurn(async () => {
        const found = await find(code);
        if (found !== null) open(found.saleId, here);
      }),
    /** From another screen: opens the sale of a receipt. Answers whether the code was a receipt's, known or not. */
    openReceipt: async (code: string, from: string): Promise<boolean> => {
      if (!isReceipt(code)) return false;
      const found = await find(code);
      if (found?.by === 'receipt') opened(code, found, from);
      else refuse(code);
      return true;
    },
  };
};
