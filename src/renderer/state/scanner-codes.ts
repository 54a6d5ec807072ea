/** What a scanner on a serial line has sent, cut into codes. */
export interface SerialCodes {
  /** Adds what came; answers the codes that have ended, by carriage return, line feed, tab or end-of-text. */
  readonly add: (characters: string) => readonly string[];
  /** Takes what was sent without an end, as a scanner that sends none leaves it; null where there is nothing. */
  readonly take: () => string | null;
}

/** NUL, start and end of text, tab, line feed, carriage return. A GS1 code has other control characters inside. */
const ends = new RegExp(`[${String.fromCharCode(0, 2, 3, 9, 10, 13)}]+`);

/** A line that nobody ends would grow for ever: no code is longer. */
const longestCode = 4096;

export const createSerialCodes = (): SerialCodes => {
  let open = '';
  return {
    add: (characters) => {
      const parts = (open + characters).split(ends);
      open = (parts.pop() ?? '').slice(-longestCode);
      return parts.filter((part) => part !== '');
    },
    take: () => {
      const code = open;
      open = '';
      return code === '' ? null : code;
    },
  };
};

/** HID's usage page of barcode scanners, and what of it carries a code (HID Point of Sale Usage Tables, page 8C). */
export const scannerUsagePage = 0x8c;
const decodedData = 0x8c_00_fe;
const continued = 0x8c_00_ff;

/** A report as a device describes it: fields one after the other, in bits. */
export interface ReportField {
  readonly usages?: readonly number[] | undefined;
  readonly reportSize?: number | undefined;
  readonly reportCount?: number | undefined;
}

export interface ScannerReport {
  readonly text: string;
  /** The rest of the code comes with the next report. */
  readonly isContinued: boolean;
}

const bitsOf = ({ reportSize = 0, reportCount = 0 }: ReportField): number => reportSize * reportCount;

const bitAt = (data: DataView, bit: number): boolean =>
  bit >> 3 < data.byteLength && ((data.getUint8(bit >> 3) >> (bit & 7)) & 1) === 1;

/** What of a code is in a report, found by the device's own description of it; null where it carries none. */
export const readScannerReport = (fields: readonly ReportField[], data: DataView): ScannerReport | null => {
  let bit = 0;
  let text: string | null = null;
  let isContinued = false;
  for (const field of fields) {
    const usages = field.usages ?? [];
    const place = usages.indexOf(continued);
    if (usages.includes(decodedData)) {
      const from = Math.min(bit >> 3, data.byteLength);
      const bytes = new Uint8Array(data.buffer, data.byteOffset + from, data.byteLength - from);
      // The place for a code is always as long as the longest; what is not used of it is zeros.
      text = new TextDecoder().decode(bytes.subarray(0, bitsOf(field) >> 3)).replaceAll('\u0000', '');
    } else if (place >= 0) isContinued = bitAt(data, bit + place * (field.reportSize ?? 1));
    bit += bitsOf(field);
  }
  return text === null ? null : { text, isContinued };
};
