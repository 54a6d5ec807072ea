import { Refusal } from '../../../contract/fault.ts';
import { faultCases } from '../../../contract/fault-cases.ts';

/** What a document is served under: apart from the app's own scheme, so that its policy is its own. */
export const documentScheme = 'document';

/** Documents are whole pages of ours without scripts; whatever a customer's name holds, it reaches nothing. */
export const documentPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";

export const documentHeaders: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': documentPolicy,
};

/** An error of a printer's driver, in the words that the browser engine has for it. */
const sentences: readonly (readonly [RegExp, string])[] = [
  [/deviceName|invalid printer|no printers/i, faultCases.printer_gone],
  [/cancel/i, faultCases.printing_cancelled],
];

/** The refusal for what a printer's driver said. */
export const printerFailed = (reason: string): Refusal => {
  const known = sentences.find(([pattern]) => pattern.test(reason))?.[1];
  return known === undefined ? new Refusal('printer_failed') : new Refusal('printer_failed', { message: known });
};

/** Throws `Refusal` (`printer_failed`) where a printer is named that is not there: silence would lose the slip. */
export const needPrinter = (printers: readonly { readonly name: string }[], wanted: string | null): void => {
  const there = wanted === null ? printers.length > 0 : printers.some(({ name }) => name === wanted);
  if (there) return;
  if (wanted !== null) throw printerFailed('Invalid deviceName provided');
  throw new Refusal('printer_failed', { message: faultCases.no_printer });
};

/** Whether a printer's driver calls it the default one: Electron leaves that to each system's own words. */
export const saysDefault = (options: object): boolean =>
  Object.entries(options).some(([key, value]) => /default/i.test(key) && String(value) === 'true');

/** Does one job after the other, so that two slips never share a page; a job that fails does not hold up the next. */
export const inTurn = (): (<T>(job: () => Promise<T>) => Promise<T>) => {
  let last: Promise<unknown> = Promise.resolve();
  return (job) => {
    const mine = last.then(job, job);
    last = mine;
    return mine;
  };
};
