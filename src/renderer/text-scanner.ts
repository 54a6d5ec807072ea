/** The words of Settings › Scanner. */
export const scannerWords = {
  title: 'Scanner',
  what: 'Most scanners type what they read, like a keyboard, and need nothing here.',
  tryIt: 'Try it',
  card: 'Scan this card',
  cardCode: 'A barcode that says TILLBRIDGE',
  notFromScreens: 'Some scanners read from paper only: then scan any product.',
  waiting: 'Waiting for a scan…',
  read: (code: string) => `Read: ${code}`,
  itself: 'That is this card: the scanner works.',
  other: 'Compare it with what stands below the bars.',
  /** What was scanned was found after somebody had gone to another screen. */
  openThere: (code: string, screen: string) => `${code.toUpperCase()} is open in ${screen}.`,
  wired: 'Scanners that are no keyboard',
  kinds: {
    serial: { label: 'Serial port (RS-232, or USB as a serial port)', connect: 'Connect a serial scanner' },
    hid: { label: 'USB as a scanner (HID POS)', connect: 'Connect a HID scanner' },
  },
  state: {
    unsupported: 'This browser has no way to such a scanner. The Tillbridge window, Chrome and Edge have.',
    none: 'None is used.',
    connected: 'Connected.',
    lost: 'It is not there. Plug it in: it is found by itself.',
  },
  rate: 'Speed, in bits a second',
  next: 'Try the next port',
  forget: 'Use none',
  notFound: 'No scanner was opened. Is it plugged in, and does no other program use it?',
} as const;
