import type { desktopWords } from '../text-desktop.ts';
import type { Words } from '../text-shape.ts';

export const desktopGerman: Words<typeof desktopWords> = {
  title: 'Fenster und Updates',
  settings: {
    notifyOrders: {
      label: 'Mitteilungen bei neuen Bestellungen',
      meaning: 'Zeigt dieser Computer, während ein anderes Fenster vorn ist. Letzte Stücke werden immer gemeldet.',
    },
    keepRunning: {
      label: 'Weiterlaufen, wenn das Fenster geschlossen ist',
      meaning: 'Tillbridge bleibt neben der Uhr, und Bestellungen treffen weiter ein.',
    },
    startWithComputer: {
      label: 'Mit dem Computer starten',
      meaning: 'Neben der Uhr, bereit, wenn es jemand braucht. Das entscheidet die Leitung.',
    },
    kiosk: {
      label: 'Ganzer Bildschirm',
      meaning: 'Nichts anderes ist erreichbar, und nur die Leitung verlässt ihn. Das entscheidet die Leitung.',
    },
  },
  save: 'Speichern',
  saving: 'Wird gespeichert…',
  saved: 'Die Einstellungen des Fensters sind gespeichert.',
  unchanged: 'Nichts wurde geändert.',
  noWindow:
    'Diese Einstellungen gehören zum Fenster von Tillbridge. Dies ist ein Browser: Für ihn gelten seine eigenen.',
  update: {
    none: () => '',
    current: () => 'Dies ist die neueste Version.',
    checking: () => 'Eine neuere Version wird gesucht…',
    downloading: (version) => `Version ${version} wird geladen.`,
    waiting: (version) =>
      `Version ${version} liegt bereit. Sie wird eingerichtet, wenn Tillbridge geschlossen wird, oder jetzt.`,
    refused: (version) => `Version ${version} wartet.`,
    failed: () => '',
    rolled_back: () => '',
  },
  install: 'Jetzt einrichten und neu starten',
  support:
    'Eine Datei für den Support: Befunde der Prüfung, Versionen und Protokolle. Kein Token, keine Kunden, keine Verkäufe.',
  write: 'Datei schreiben',
  writing: 'Wird geschrieben…',
  written: (file) => `Geschrieben: ${file}`,
};
