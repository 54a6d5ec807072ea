import { createStore } from 'zustand/vanilla';
import { createSerialCodes, readScannerReport, scannerUsagePage } from './scanner-codes.ts';

/** How a scanner is connected that is no keyboard. */
export const scannerKinds = ['serial', 'hid'] as const;
export type ScannerKind = (typeof scannerKinds)[number];

/** `none`: this machine was not told to use one. `lost`: it was, and the scanner is not there. */
export type WiredState = 'unsupported' | 'none' | 'connected' | 'lost';

export const baudRates = [9600, 19_200, 38_400, 57_600, 115_200] as const;

/** Characters that belong together follow each other this closely; a scanner that ends no code ends it by silence. */
const silenceMs = 80;

const keyOf = (kind: ScannerKind): string => `tillbridge.scanner.${kind}`;
const isWanted = (kind: ScannerKind): boolean => localStorage.getItem(keyOf(kind)) !== null;
const keptRate = (): number => Number(localStorage.getItem(keyOf('serial'))) || baudRates[0];

const isScanner = (device: HIDDevice): boolean =>
  device.collections.some(({ usagePage }) => usagePage === scannerUsagePage);

/** The description of a report, as the device gave it. */
const fieldsOf = (device: HIDDevice, reportId: number) =>
  device.collections.flatMap(({ inputReports = [] }) => inputReports).find((report) => report.reportId === reportId)
    ?.items ?? [];

/**
 * Scanners on a serial line or as a HID device of their own: what they read is told like any other scan. Where one was
 * chosen, this machine's window opens it again by itself, after a start and when it is plugged in again.
 */
export const createWiredScanners = (tell: (code: string) => void) => {
  const supported = { serial: 'serial' in navigator, hid: 'hid' in navigator };
  const first = (kind: ScannerKind): WiredState => {
    if (!supported[kind]) return 'unsupported';
    return isWanted(kind) ? 'lost' : 'none';
  };
  const store = createStore<Readonly<Record<ScannerKind, WiredState>>>(() => ({
    serial: first('serial'),
    hid: first('hid'),
  }));
  const closers: Partial<Record<ScannerKind, () => Promise<void>>> = {};

  const set = (kind: ScannerKind, state: WiredState): void => store.setState({ [kind]: state });
  const gone = (kind: ScannerKind): void => {
    delete closers[kind];
    set(kind, isWanted(kind) ? 'lost' : 'none');
  };

  const readSerial = async (readable: ReadableStream<Uint8Array>, isOver: AbortSignal): Promise<void> => {
    const codes = createSerialCodes();
    let silence: ReturnType<typeof setTimeout> | undefined;
    const decoder = new TextDecoder();
    const sink = new WritableStream<Uint8Array>({
      write: (bytes) => {
        clearTimeout(silence);
        for (const code of codes.add(decoder.decode(bytes, { stream: true }))) tell(code);
        silence = setTimeout(() => {
          const code = codes.take();
          if (code !== null) tell(code);
        }, silenceMs);
      },
    });
    await readable.pipeTo(sink, { signal: isOver });
  };

  const openSerial = async (port: SerialPort): Promise<void> => {
    await port.open({ baudRate: keptRate() });
    const closing = new AbortController();
    set('serial', 'connected');
    const reading = (async () => {
      // A framing or parity error ends a stream; the port has a new one, unless the scanner is gone.
      while (port.readable && !closing.signal.aborted) {
        await readSerial(port.readable, closing.signal).catch(() => undefined);
      }
      await port.close().catch(() => undefined);
      gone('serial');
    })();
    closers.serial = () => {
      closing.abort();
      return reading;
    };
  };

  const openHid = async (device: HIDDevice): Promise<void> => {
    if (!device.opened) await device.open();
    let open = '';
    const onReport = ({ reportId, data }: HIDInputReportEvent): void => {
      const report = readScannerReport(fieldsOf(device, reportId), data);
      if (report === null) return;
      open += report.text;
      if (report.isContinued) return;
      const code = open.trim();
      open = '';
      if (code !== '') tell(code);
    };
    device.addEventListener('inputreport', onReport);
    set('hid', 'connected');
    closers.hid = async () => {
      device.removeEventListener('inputreport', onReport);
      await device.close();
      gone('hid');
    };
  };

  /** Opens the one that was chosen before, if it is there. */
  const reopen = async (kind: ScannerKind): Promise<void> => {
    if (!supported[kind] || !isWanted(kind) || closers[kind] !== undefined) return;
    try {
      if (kind === 'serial') {
        const [port] = await navigator.serial.getPorts();
        if (port) await openSerial(port);
      } else {
        const device = (await navigator.hid.getDevices()).find(isScanner);
        if (device) await openHid(device);
      }
    } catch {
      // Another program has it, or it is being unplugged: the screen says that it is not there.
      gone(kind);
    }
  };

  if (supported.serial) navigator.serial.addEventListener('connect', () => void reopen('serial'));
  if (supported.hid) {
    navigator.hid.addEventListener('connect', () => void reopen('hid'));
    navigator.hid.addEventListener('disconnect', ({ device }) => isScanner(device) && gone('hid'));
  }
  for (const kind of scannerKinds) void reopen(kind);

  const forget = async (kind: ScannerKind): Promise<void> => {
    localStorage.removeItem(keyOf(kind));
    await closers[kind]?.();
    gone(kind);
  };

  return {
    store,
    /** In bits a second. */
    rate: keptRate,
    /** Asks for a scanner, which only a press of a button may, and listens to it. Answers whether one was opened. */
    choose: async (kind: ScannerKind, rate: number = keptRate()): Promise<boolean> => {
      await forget(kind);
      try {
        if (kind === 'serial') {
          const port = await navigator.serial.requestPort();
          localStorage.setItem(keyOf(kind), String(rate));
          await openSerial(port);
        } else {
          const [device] = await navigator.hid.requestDevice({ filters: [{ usagePage: scannerUsagePage }] });
          if (!device) return false;
          localStorage.setItem(keyOf(kind), 'on');
          await openHid(device);
        }
        return true;
      } catch {
        // Nothing was chosen, or another program has it.
        localStorage.removeItem(keyOf(kind));
        gone(kind);
        return false;
      }
    },
    forget,
  };
};
