import { existsSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import type { CopyPreview } from '../contract/backup.ts';
import type { Contract } from '../contract/contract.ts';
import { Refusal } from '../contract/fault.ts';
import { faultCases } from '../contract/fault-cases.ts';
import type { Handlers } from '../contract/procedure.ts';
import type { Session } from './app.ts';
import { copyWords } from './backup/copy-words.ts';
import type { LookedCopy } from './backup/prepare-restore.ts';
import { type Desk, workDesk } from './desk.ts';
import { instantView, nullableInstant } from './queries/views.ts';
import { copiesFolder } from './store/kept-copies.ts';
import { releaseStock, wentBack } from './store/went-back.ts';

type BackupProcedure = Extract<keyof Contract, `backup.${string}`>;

const notAbsolute = (field: string): Refusal =>
  new Refusal('invalid_input', { field, message: faultCases.not_a_whole_path });

const preview = (looked: LookedCopy): CopyPreview => ({
  madeAt: nullableInstant(looked.mark?.madeAt ?? null),
  version: looked.mark?.version ?? null,
  sales: looked.sales,
  lastSaleAt: nullableInstant(looked.lastSaleAt),
  missing: looked.missing,
  waiting: looked.waiting,
  words: copyWords(looked),
});

export const backupHandlers = (desk: Desk): Pick<Handlers<Contract, Session>, BackupProcedure> => {
  const { reader, backups, options } = desk;
  /** A kept copy's name, or a path. A name has no folder in it, so it leads nowhere else. */
  const fileOf = (named: string): string => {
    if (isAbsolute(named)) return named;
    if (/[\\/]/.test(named)) throw notAbsolute('file');
    return join(copiesFolder(options.dataFolder), named);
  };
  return {
    'backup.status': () => {
      const copies = backups.copies();
      const step = backups.step();
      const back = wentBack(reader);
      const good = copies.find(({ why }) => why !== 'before_update');
      return {
        lastGoodAt: nullableInstant(good?.madeAt ?? null),
        copies: copies.map(({ file, path, madeAt, why, bytes }) => ({
          file,
          path,
          madeAt: instantView(madeAt),
          why,
          bytes,
        })),
        running: step && { doing: step.doing, done: step.progress?.done ?? null, total: step.progress?.total ?? null },
        problem: backups.problem(),
        stockHeldSince: nullableInstant(back?.at ?? null),
        wentBackTo: nullableInstant(back?.to ?? null),
      };
    },
    'backup.make': async ({ folder }) => {
      if (folder !== undefined && !isAbsolute(folder)) throw notAbsolute('folder');
      if (folder !== undefined && !existsSync(folder)) {
        throw new Refusal('backup_refused', {
          field: 'folder',
          message: `There is no folder ${folder}. Make it, or choose another.`,
        });
      }
      const { path, madeAt, bytes } = await backups.make(folder ?? null);
      return { path, madeAt: instantView(madeAt), bytes };
    },
    'backup.look': async ({ file }) => preview(await backups.look(fileOf(file))),
    'backup.restore': async ({ file }, session) => {
      if (options.practice) {
        await backups.look(fileOf(file));
        throw new Refusal('not_in_practice');
      }
      const looked = await backups.restore(fileOf(file), session.staff?.name ?? null);
      // After the answer: whoever asked is to hear it.
      setImmediate(() => options.reopen?.());
      return preview(looked);
    },
    'backup.releaseStock': (_input, session) => {
      releaseStock(workDesk(desk, session));
      desk.changed(['backup']);
      desk.stockMoved();
      return {};
    },
  };
};
