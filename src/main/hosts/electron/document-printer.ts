import { BrowserWindow, session, type WebContents } from 'electron';
import type { DocumentPrinter } from '../../app.ts';
import {
  documentHeaders,
  documentScheme,
  inTurn,
  needPrinter,
  printerFailed,
  saysDefault,
} from '../desktop/print-job.ts';

const partition = 'documents';

/** Shows a document in a hidden window of its own, without scripts and apart from the app's session, while `work` lasts. */
const withDocument = async <T>(html: string, work: (contents: WebContents) => Promise<T>): Promise<T> => {
  const { protocol } = session.fromPartition(partition);
  protocol.handle(documentScheme, () => new Response(html, { headers: { ...documentHeaders } }));
  const guard = { sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false } as const;
  const window = new BrowserWindow({ show: false, webPreferences: { ...guard, partition } });
  try {
    await window.loadURL(`${documentScheme}://page/`);
    return await work(window.webContents);
  } finally {
    window.destroy();
    protocol.unhandle(documentScheme);
  }
};

const printSilently = (contents: WebContents, deviceName: string | null, copies: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const device = deviceName === null ? {} : { deviceName };
    contents.print({ silent: true, printBackground: true, copies, ...device }, (done, reason) =>
      done ? resolve() : reject(printerFailed(reason)),
    );
  });

/** Paper and PDF by Electron; `contents` is any page of the app's, which knows the machine's printers. */
export const documentPrinter = (contents: () => WebContents): DocumentPrinter => {
  const next = inTurn();
  const printers = async () =>
    (await contents().getPrintersAsync()).map(({ name, options }) => ({ name, isDefault: saysDefault(options) }));
  return {
    printers,
    print: (html, { printer, copies }) =>
      next(async () => {
        needPrinter(await printers(), printer);
        await withDocument(html, (page) => printSilently(page, printer, copies));
      }),
    pdf: (html) =>
      next(() => withDocument(html, (page) => page.printToPDF({ printBackground: true, preferCSSPageSize: true }))),
  };
};
