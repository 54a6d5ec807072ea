import type { Words } from '../text-shape.ts';
import type { trainingText } from '../text-training.ts';

export const trainingWords: Words<typeof trainingText> = {
  title: 'Üben',
  what: 'Jede Übung bringt eine eigene Bestellung (Robin Training) und lässt ihr etwas geschehen, während Sie arbeiten. Was zu tun ist, steht unter jedem Bild und hakt sich selbst ab.',
  notHere: 'Geübt wird mit dem Übungsshop, nie mit einem echten.',
  start: 'Beginnen',
  startOf: (title) => `Beginnen: ${title}`,
  running: 'Läuft',
  runningNow: (title) => `Läuft: ${title}`,
  stop: 'Übung beenden',
  band: (title) => `Übung: ${title}`,
  placing: 'Eine Bestellung ist unterwegs…',
  open: (orderId) => `Bestellung ${orderId} öffnen`,
  finished: 'Geschafft. Gut gemacht.',
  done: 'erledigt',
  step: (number, count) => `Schritt ${number} von ${count}`,
  scenarios: {
    'cancelled-after-packing': {
      title: 'Nach dem Packen storniert',
      what: 'Die Bestellung wird storniert, wenn alles im Karton liegt.',
      steps: {
        first: 'Die Bestellung ganz picken und packen.',
        second: 'Liegen lassen. Gleich wird sie in BigCommerce storniert, und das steht dann hier.',
        third: 'Die Stücke zurücklegen: ins Regal bringen und „Zurücklegen“ drücken.',
      },
    },
    'paid-at-last': {
      title: 'Endlich bezahlt',
      what: 'Eine Abholung ist gepackt, ehe ihre Überweisung da ist.',
      steps: {
        first: 'Picken und packen, obwohl sie nicht bezahlt ist. So weit geht es.',
        second: 'Übergeben versuchen: es ist gesperrt und sagt, warum. In einer halben Minute kommt die Zahlung.',
        third: 'Jetzt übergeben.',
      },
    },
    'network-gone': {
      title: 'Netz weg',
      what: 'Das Netz fällt beim Picken aus und kommt nach einer Weile wieder.',
      steps: {
        first: 'Mit dem Picken beginnen und ein Stück picken.',
        second: 'Das Netz ist weg. Trotzdem packen und versenden; oben und in der Warteschlange nachsehen.',
        third: 'Warten, bis das Netz da ist: alles geht von selbst hinaus, und die Warteschlange leert sich.',
      },
    },
  },
};
