/** Every word about practising with scenarios (N12). */
export const trainingText = {
  title: 'Training',
  what: 'Each scenario brings an order of its own (Robin Training) and lets something happen to it while you work. What to try stands below every screen, and ticks itself off.',
  notHere: 'Scenarios run with the practice store, never with a real one.',
  start: 'Start',
  startOf: (title: string) => `Start: ${title}`,
  running: 'Running',
  runningNow: (title: string) => `Running: ${title}`,
  stop: 'End training',
  band: (title: string) => `Training: ${title}`,
  placing: 'An order is on its way…',
  open: (orderId: string) => `Open order ${orderId}`,
  finished: 'Done. Well done.',
  done: 'done',
  step: (number: number, count: number) => `Step ${number} of ${count}`,
  scenarios: {
    'cancelled-after-packing': {
      title: 'Cancelled after packing',
      what: 'The customer cancels when everything is in the box.',
      steps: {
        first: 'Pick and pack the order, all of it.',
        second: 'Leave it. In a moment it is cancelled in BigCommerce, and says so here.',
        third: 'Put the pieces back: take them to the shelf and press Put back.',
      },
    },
    'paid-at-last': {
      title: 'Paid at last',
      what: 'A pickup is packed before its bank transfer has come.',
      steps: {
        first: 'Pick and pack it, although it says Not paid. That much is allowed.',
        second: 'Try to hand it over: it is locked, and says why. In half a minute the payment comes.',
        third: 'Now hand it over.',
      },
    },
    'network-gone': {
      title: 'Network gone',
      what: 'The network goes while you pick, and comes back after a while.',
      steps: {
        first: 'Start picking, and pick a piece.',
        second: 'The network is gone. Pack and ship all the same; look at the chip and at the Queue.',
        third: 'Wait until the network is back: what you did goes out by itself, and the Queue empties.',
      },
    },
  },
} as const;
