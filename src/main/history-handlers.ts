import type { Contract } from '../contract/contract.ts';
import { Refusal } from '../contract/fault.ts';
import { faultCases } from '../contract/fault-cases.ts';
import type { HistoryStatus } from '../contract/history.ts';
import type { Handlers } from '../contract/procedure.ts';
import type { Session } from './app.ts';
import { isOnThisMachine } from './bigcommerce/on-this-machine.ts';
import { beginRehearsal, beginUndo, confirmImport, unlockHistory } from './commands/history.ts';
import { asRefusal, type Desk, workDesk } from './desk.ts';
import { checkSupportCode, type RefusedCode } from './history/support-code.ts';
import { supportKeys } from './history/support-keys.ts';
import { batchView, outcomeView, rehearsalView } from './queries/history.ts';
import { historyStatus } from './queries/history-status.ts';
import { instantView } from './queries/views.ts';
import { batchById, batchByKey, batchesOf, type HistoryBatch } from './store/history-batches.ts';
import { currentLink, type LinkRow } from './store/links.ts';

type HistoryProcedure = Extract<keyof Contract, `history.${string}`>;

const refusedCodes: Readonly<Record<RefusedCode, string>> = {
  not_a_code: 'That is no support code. Copy it from the message once more, from TBH1 to its end.',
  not_genuine:
    'That code does not come from Retail Support, or a letter of it is wrong. Copy it once more, or ask for another.',
  other_store: 'That code is for another store. Ask Retail Support for one for this store.',
  expired: 'That code is no longer good. Ask Retail Support for a new one.',
  practice_only: 'That code is for practice stores only. Ask Retail Support for one for this store.',
};

export const historyHandlers = (desk: Desk): Pick<Handlers<Contract, Session>, HistoryProcedure> => {
  const { reader, clock, sync, changed } = desk;
  const link = (): LinkRow => {
    const found = currentLink(reader);
    if (!found) throw new Refusal('not_linked');
    return found;
  };
  const status = (): HistoryStatus => historyStatus(reader, clock(), sync.history());
  const refuseBusy = () => {
    if (sync.history().doing !== null) throw new Refusal('history_busy');
  };
  /** Lets the sync thread do what the row says, until the batch is at rest. */
  const worked = async (): Promise<void> => {
    changed(['history']);
    await asRefusal(sync.ask('history', null)).finally(() => changed(['history']));
  };
  const newest = (): HistoryBatch => {
    const [batch] = batchesOf(reader, link().linkKey);
    if (!batch) throw new Refusal('not_found');
    return batch;
  };
  const named = (batchId: string | undefined): HistoryBatch => {
    const batch = batchId === undefined ? newest() : batchById(reader, batchId);
    if (!batch) throw new Refusal('not_found', { field: 'batchId' });
    return batch;
  };
  const asItIs = ({ batchKey }: HistoryBatch): HistoryBatch => batchByKey(reader, batchKey) ?? newest();

  return {
    'history.status': status,
    'history.unlock': ({ code }, session) => {
      const { storeHash, apiBase } = link();
      const check = { keys: supportKeys, storeHash, isPractice: isOnThisMachine(apiBase), now: clock() };
      const read = checkSupportCode(code, check);
      if (typeof read === 'string') {
        throw new Refusal('history_code_refused', { message: refusedCodes[read], field: 'code' });
      }
      const until = unlockHistory(workDesk(desk, session), read);
      changed(['history']);
      return { unlockedUntil: instantView(until) };
    },
    'history.rehearse': async (input, session) => {
      refuseBusy();
      beginRehearsal(workDesk(desk, session), input);
      await worked();
      const batch = newest();
      if (batch.state !== 'rehearsed')
        throw new Refusal('history_not_rehearsed', { message: faultCases.rehearsal_stopped });
      return rehearsalView(reader, batch);
    },
    'history.outcome': ({ batchId, run }) => {
      const batch = named(batchId);
      return outcomeView(reader, batch, run ?? (batch.confirmedAt === null ? 'rehearsed' : 'imported'));
    },
    'history.import': async (input, session) => {
      if (sync.history().doing !== 'importing') refuseBusy();
      const batch = confirmImport(workDesk(desk, session), input);
      await worked();
      const after = asItIs(batch);
      if (after.state === 'rehearsed') throw new Refusal('history_changed');
      return batchView(reader, after);
    },
    'history.cancel': async () => {
      await asRefusal(sync.ask('pauseHistory', null));
      changed(['history']);
      return status();
    },
    'history.undo': async (input, session) => {
      if (sync.history().doing !== 'undoing') await asRefusal(sync.ask('pauseHistory', null));
      const batch = beginUndo(workDesk(desk, session), input);
      await worked();
      desk.stockMoved();
      return batchView(reader, asItIs(batch));
    },
  };
};
