import { BrowserWindow, dialog, app as electron, session } from 'electron';
import type { AnyStep, BackupAnswers, BackupTask } from '../../backup/backup-protocol.ts';
import { restoreFolder } from '../../backup/restore-folder.ts';
import { startTask } from '../../backup/task-thread.ts';
import { documentHeaders, documentScheme } from '../desktop/print-job.ts';
import { restoringPage, type WayBack, wayBackQuestion } from '../desktop/way-back.ts';

const partition = 'restoring';
const SHOWN_EVERY_MS = 1_000;

/** Restores a copy, with a small window that says how far it is; closing the window stops it. Throws `Refusal`. */
const restore = async (dataFolder: string, file: string, backupWorker: URL): Promise<void> => {
  let step: AnyStep | null = null;
  let stop = (): void => undefined;
  let isStopping = false;
  const { protocol } = session.fromPartition(partition);
  const page = (): Response => new Response(restoringPage(step, isStopping), { headers: { ...documentHeaders } });
  protocol.handle(documentScheme, page);
  const guard = { sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false } as const;
  const size = { width: 560, height: 240, resizable: false, autoHideMenuBar: true } as const;
  const window = new BrowserWindow({ ...size, webPreferences: { ...guard, partition } });
  window.on('close', (event) => {
    event.preventDefault();
    isStopping = true;
    stop();
  });
  const show = () => window.loadURL(`${documentScheme}://page/`);
  await show();
  const timer = setInterval(() => void show(), SHOWN_EVERY_MS);
  try {
    await restoreFolder({ dataFolder, file, now: Date.now(), by: null }, (order) => {
      const task = startTask<BackupTask, AnyStep, BackupAnswers['restore']>(
        backupWorker,
        { name: 'restore', order },
        (next) => {
          step = next;
        },
      );
      stop = task.stop;
      if (isStopping) stop();
      return task.answer;
    });
  } finally {
    clearInterval(timer);
    window.destroy();
    protocol.unhandle(documentScheme);
  }
};

const chosen = async (way: WayBack): Promise<string | null> => {
  if (way.to === 'restore') return way.file;
  if (way.to === 'quit') return null;
  const { filePaths } = await dialog.showOpenDialog({
    title: 'Choose a copy',
    properties: ['openFile'],
    filters: [{ name: 'Copies of Tillbridge', extensions: ['db'] }],
  });
  return filePaths[0] ?? '';
};

/**
 * Where the data cannot be opened, offers to restore a copy, until one is or somebody quits. Answers `restored`, `quit`, or
 * `no_way` where that would not help.
 */
export const goBack = async (
  error: unknown,
  dataFolder: string,
  backupWorker: URL,
): Promise<'restored' | 'quit' | 'no_way'> => {
  // Else the app ends with the small window.
  electron.on('window-all-closed', () => undefined);
  let failed: string | null = null;
  for (;;) {
    const question = wayBackQuestion(error, dataFolder, failed);
    if (question === null) return 'no_way';
    const { response } = await dialog.showMessageBox(question.box);
    const file = await chosen(question.does[response] ?? { to: 'quit' });
    if (file === null) return 'quit';
    if (file === '') continue;
    try {
      await restore(dataFolder, file, backupWorker);
      return 'restored';
    } catch (failure) {
      failed = failure instanceof Error ? failure.message : String(failure);
    }
  }
};
