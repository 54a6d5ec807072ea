import type { backupText } from '../text-backup.ts';
import type { Words } from '../text-shape.ts';

export const backupWords: Words<typeof backupText> = {
  title: 'Sichern und zurückholen',
  what: 'Eine Kopie ist der ganze Laden in einer Datei, geprüft, bevor sie gut heißt. Sie enthält Namen und Anschriften der Kundschaft, aber keinen BigCommerce-Schlüssel. Täglich und vor jeder Aktualisierung entsteht eine von selbst.',
  good: 'Letzte gute Kopie',
  goodAge: (age, when) => `${age}, ${when}`,
  none: 'Es gibt noch keine. Die erste entsteht in einigen Minuten von selbst, oder jetzt von Hand.',
  failed: (why) => `Die letzte Kopie ist nicht gelungen. ${why}`,
  held: {
    title: 'BigCommerce erfährt keinen Bestand',
    what: (when) =>
      `Die Daten sind auf einem älteren Stand${when === null ? '' : ` (von ${when})`}: Verkäufe an der Theke, Zählungen und Wareneingänge seither fehlen. Erst vergleichen (Bestand › Tagesabgleich), zählen, was abweicht, dann den Bestand wieder melden. Bestellungen laufen wie immer.`,
    release: 'Bestand wieder melden',
    releasing: 'Einen Moment…',
    released: 'BigCommerce erfährt den Bestand wieder.',
    proof: 'Tagesabgleich',
  },
  make: {
    title: 'Jetzt eine Kopie machen',
    folder: 'Ordner',
    folderHint:
      'Leer: neben den Daten, auf dieser Platte. Oder der ganze Pfad eines Ordners auf einer anderen Platte oder einem Stick.',
    make: 'Kopie machen',
    making: 'Wird kopiert…',
    made: (file) => `Eine gute Kopie ist gemacht: ${file}`,
  },
  copies: {
    title: 'Hier aufbewahrte Kopien',
    none: 'Noch keine.',
    why: { asked: 'von Hand', daily: 'täglich', before_update: 'vor einer Aktualisierung' },
    look: 'Zurückholen…',
    lookAt: (when) => `Die Kopie von ${when} zurückholen…`,
  },
  other: {
    title: 'Eine andere Datei zurückholen',
    file: 'Datei',
    hint: 'Ihr ganzer Pfad, etwa /media/stick/shop.db oder E:\\shop.db.',
    look: 'Ansehen',
    looking: 'Wird durchgelesen…',
    empty: 'Zuerst die Datei nennen.',
  },
  restore: {
    title: (when) => (when === null ? 'Diese Datei zurückholen?' : `Die Kopie von ${when} zurückholen?`),
    sales: (count) => `Sie enthält ${count} Verkäufe.`,
    restore: 'Zurückholen',
    restoring: 'Wird zurückgeholt…',
    cancel: 'Alles lassen, wie es ist',
    done: 'Zurückgeholt. Tillbridge öffnet sie jetzt.',
  },
  bytes: (megabytes) => `${megabytes} MB`,
};
