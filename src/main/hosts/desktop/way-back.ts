import { Refusal } from '../../../contract/fault.ts';
import type { AnyStep } from '../../backup/backup-protocol.ts';
import { lastGoodCopy } from '../../backup/restore-folder.ts';

/** What is asked where the shop's data cannot be opened. The button of each number does what `does` says of it. */
export interface WayBackQuestion {
  readonly box: {
    readonly type: 'error';
    readonly title: string;
    readonly message: string;
    readonly detail: string;
    readonly buttons: string[];
    readonly defaultId: number;
    readonly cancelId: number;
    readonly noLink: true;
  };
  readonly does: readonly WayBack[];
}

/** `restore`: this copy. `choose`: one that somebody picks. `quit`: nothing. */
export type WayBack = { readonly to: 'restore'; readonly file: string } | { readonly to: 'choose' | 'quit' };

const messages: Partial<Readonly<Record<Refusal['code'], string>>> = {
  data_folder_damaged: 'The shop’s data on this machine is damaged, and was left as it is.',
  data_folder_emptied: 'The shop’s data on this machine is gone. No new, empty shop was begun.',
};

const offered = (madeAt: number): string =>
  `The last good copy is of ${new Date(madeAt).toLocaleString('en', { dateStyle: 'long', timeStyle: 'short' })}. ` +
  'Missing in it is what staff recorded since; web orders come again by themselves.';

const kept = 'What is there now is kept beside it, in the folder “replaced”.';

/**
 * The way on where the app cannot start because its data is damaged or gone (F4): an installed app has no command line. Null
 * where something else is the matter. `failed` is why the last try did not go well.
 */
export const wayBackQuestion = (error: unknown, dataFolder: string, failed: string | null): WayBackQuestion | null => {
  const message = error instanceof Refusal ? messages[error.code] : undefined;
  if (message === undefined) return null;
  const copy = lastGoodCopy(dataFolder);
  const ways = [
    ...(copy === null ? [] : [['Restore the last good copy', { to: 'restore', file: copy.path }] as const]),
    [copy === null ? 'Choose a copy…' : 'Choose another copy…', { to: 'choose' }] as const,
    ['Quit', { to: 'quit' }] as const,
  ];
  const detail = [failed, copy === null ? 'There is no copy of it in the data folder.' : offered(copy.madeAt), kept];
  return {
    box: {
      type: 'error',
      title: 'Tillbridge cannot start',
      message,
      detail: detail.filter((sentence) => sentence !== null).join('\n\n'),
      buttons: ways.map(([label]) => label),
      defaultId: 0,
      cancelId: ways.length - 1,
      noLink: true,
    },
    does: ways.map(([, way]) => way),
  };
};

const doing: Readonly<Record<AnyStep['doing'], string>> = {
  copying: 'Copying',
  checking: 'Reading the copy through once more',
  reading: 'Reading the copy through',
  restoring: 'Restoring',
};

const megabytes = (bytes: number): string => Math.round(bytes / 1e6).toLocaleString('en');

/** How far a restore is, as a page without a script. */
export const restoringPage = (step: AnyStep | null, isStopping: boolean): string => {
  const label = isStopping ? 'Stopping…' : `${doing[step?.doing ?? 'reading']}…`;
  const { done, total } = step?.progress ?? {};
  const known = done !== undefined && total !== undefined;
  return `<!doctype html><html lang="en"><meta charset="utf-8">
<title>Tillbridge: restoring a copy</title>
<style>:root{color-scheme:light dark}body{font:16px system-ui;margin:2rem}progress{width:100%;height:1rem}</style>
<h1 style="font-size:1.1rem">${label}</h1>
<progress aria-label="${label}"${known ? ` value="${done}" max="${Math.max(1, total)}"` : ''}></progress>
<p>${known ? `${megabytes(done)} of ${megabytes(total)} MB. ` : ''}Close this window to stop: then nothing is changed.</p></html>`;
};
