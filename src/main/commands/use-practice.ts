import { Refusal } from '../../contract/fault.ts';
import type { Reader } from '../store/connection.ts';
import { currentLink } from '../store/links.ts';

/**
 * Practice takes the place of a till without a store only: the orders of a linked one would stop arriving (N12). Throws
 * `already_linked`.
 */
export const refuseToLeaveStore = (db: Reader): void => {
  if (!currentLink(db)) return;
  throw new Refusal('already_linked', {
    message:
      'A store is linked here, and its orders would stop arriving. To practise all the same, start the app with --practice.',
  });
};
