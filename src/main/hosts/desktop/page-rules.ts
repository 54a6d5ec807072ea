/** The one page of the app; nothing else is ever shown in its window. */
export const appAddress = 'app://tillbridge/';

const addressOf = (text: string): URL | null => (URL.canParse(text) ? new URL(text) : null);

/** A call is answered only to our own page itself: never to a frame inside it, nor to a page it was led to. */
export const isOurPage = (frame: { readonly url: string; readonly parent: unknown } | null): boolean => {
  if (frame === null || frame.parent !== null) return false;
  const address = addressOf(frame.url);
  return address?.protocol === 'app:' && address.host === 'tillbridge';
};

const withoutPlace = (address: string): string => address.split('#')[0] ?? '';

/** Whether our page, on its way to `target`, only reads itself anew, as after another language was chosen. */
export const isReload = (page: string, target: string): boolean =>
  withoutPlace(page) === withoutPlace(target) && isOurPage({ url: target, parent: null });

/** Scanners that are no keyboards; whatever else a page may ask a machine for, ours never does. */
const needed: ReadonlySet<string> = new Set(['serial', 'hid']);

/** Whether the page may use something of the machine: `permission` as the browser engine names it. */
export const mayUse = (permission: string, address: string): boolean =>
  needed.has(permission) && addressOf(address)?.protocol === 'app:' && addressOf(address)?.host === 'tillbridge';

/** Where help is, and a merchant's own store. */
const outside =
  /^(x-series-support\.lightspeedhq\.com|support\.bigcommerce\.com|login\.bigcommerce\.com|[\w-]+\.mybigcommerce\.com)$/;

/** Links that the system's own browser may open for us. Everything else opens nowhere. */
export const opensOutside = (text: string): boolean => {
  const address = addressOf(text);
  return (
    address?.protocol === 'https:' && address.port === '' && address.username === '' && outside.test(address.hostname)
  );
};

/** A scanner whose maker calls it one: HID's usage page for bar code scanners. */
const scannerUsagePage = 0x8c;

interface HidDevice {
  readonly deviceId: string;
  readonly collections?: readonly { readonly usagePage: number }[];
}

/** The device that is meant where the page asks for a scanner: there is no picker on a till. Empty: none. */
export const chooseScanner = (devices: readonly HidDevice[]): string =>
  devices.find(({ collections = [] }) => collections.some(({ usagePage }) => usagePage === scannerUsagePage))
    ?.deviceId ?? '';

/**
 * The port that is meant where the page asks for a serial scanner: the one after the port that was meant last, so that
 * asking again tries the next. Empty: there is none.
 */
export const nextPort = (ports: readonly { readonly portId: string }[], last: string): string =>
  (ports[(ports.findIndex(({ portId }) => portId === last) + 1) % ports.length] ?? { portId: '' }).portId;
