import type { scannerWords } from '../text-scanner.ts';
import type { Words } from '../text-shape.ts';

export const scannerGerman: Words<typeof scannerWords> = {
  title: 'Scanner',
  what: 'Die meisten Scanner tippen wie eine Tastatur, was sie lesen, und brauchen hier nichts.',
  tryIt: 'Ausprobieren',
  card: 'Diese Karte scannen',
  cardCode: 'Ein Strichcode mit TILLBRIDGE',
  notFromScreens: 'Manche Scanner lesen nur von Papier: Dann irgendeinen Artikel scannen.',
  waiting: 'Wartet auf einen Scan…',
  read: (code) => `Gelesen: ${code}`,
  itself: 'Das ist diese Karte: Der Scanner geht.',
  other: 'Mit dem vergleichen, was unter den Strichen steht.',
  openThere: (code, screen) => `${code.toUpperCase()} ist geöffnet unter ${screen}.`,
  wired: 'Scanner, die keine Tastatur sind',
  kinds: {
    serial: {
      label: 'Serieller Anschluss (RS-232, oder USB als serieller Anschluss)',
      connect: 'Seriellen Scanner verbinden',
    },
    hid: { label: 'USB als Scanner (HID POS)', connect: 'HID-Scanner verbinden' },
  },
  state: {
    unsupported:
      'Dieser Browser hat keinen Weg zu so einem Scanner. Das Fenster von Tillbridge, Chrome und Edge haben ihn.',
    none: 'Keiner wird benutzt.',
    connected: 'Verbunden.',
    lost: 'Er ist nicht da. Einstecken: Er wird von selbst gefunden.',
  },
  rate: 'Geschwindigkeit in Bit je Sekunde',
  next: 'Nächsten Anschluss versuchen',
  forget: 'Keinen benutzen',
  notFound: 'Kein Scanner ließ sich öffnen. Ist er eingesteckt, und benutzt ihn kein anderes Programm?',
};
