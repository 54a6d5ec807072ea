import { costs, microseconds } from './p3-growth.ts';
import { decimals, type Report, thousands } from './report.ts';
import type { Workshop } from './workshop.ts';

const MOST = 1.3;
/** Windows that make one row of the table. */
const WINDOWS_OF_A_ROW = 5;

/** P3 to the end: what an order costs while a store grows to a million sales, told by the import that filled it. */
export const growthToMillion = async (workshop: Workshop): Promise<Report> => {
  const { filled, orders, window } = await workshop.bigShop();
  if (filled === null)
    throw new Error('Its import was broken off: make the shop anew, in another folder, to measure it.');
  const each = costs(filled, window, orders);
  const rows = Array.from({ length: Math.ceil(each.length / WINDOWS_OF_A_ROW) }, (_, row) => {
    const windows = each.slice(row * WINDOWS_OF_A_ROW, (row + 1) * WINDOWS_OF_A_ROW);
    const end = row * WINDOWS_OF_A_ROW + windows.length;
    return { orders: end * window, cost: windows.reduce((sum, cost) => sum + cost, 0) / windows.length };
  });
  const first = each[0] ?? Number.NaN;
  const last = rows.at(-2)?.cost ?? Number.NaN;
  return {
    id: 'P3b',
    title: `Growth to ${thousands(orders)} orders`,
    findings: [
      {
        what: `an order among the last ${thousands(WINDOWS_OF_A_ROW * window)} of the years before`,
        ours: microseconds(last),
        against: `${microseconds(first)} among the first ${thousands(window)}`,
        ratio: last / first,
        goal: `≤ ${decimals(MOST)}`,
        reached: last / first <= MOST,
      },
    ],
    details: {
      head: ['orders in the store', 'an order costs', `of the first ${thousands(window)}`],
      rows: rows.map(({ orders, cost }) => [thousands(orders), microseconds(cost), decimals(cost / first)]),
    },
    notes: [
      `One run: the import that made the shop of P4 to P6. ${Math.round(filled.ms / 1000)} s and ${Math.round(filled.diskBytes / orders)} bytes an order in all.`,
      "Timed: from a page's text to its durable rows, all rules applied. Making the text is not counted; the thread that reads pages shares the processor with it.",
      `The last row is of the newest ${thousands(window)} orders alone, which are another mix: most of them wait.`,
    ],
  };
};
