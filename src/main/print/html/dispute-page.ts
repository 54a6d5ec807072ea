import { hash } from 'node:crypto';
import { raw } from 'hono/html';
import type { DisputeFile } from '../../../contract/disputes.ts';
import { formatAmount } from '../../domain/amount.ts';
import { storeTime } from '../../domain/store-day.ts';
import { exportFacts, type OrderFacts, orderFacts, printFacts, stepFacts } from '../dispute-facts.ts';
import { departures, stepRows } from './dispute-steps.ts';
import { disputeStyle } from './dispute-style.ts';
import { type Html, html } from './tag.ts';

const recordStart = '<script type="application/json" id="tillbridge-dispute">';
const sealStart = '\n<!-- sha256 ';

/**
 * A dispute file as a page that needs nothing else: what it says for people, all of it from the entries of evidence; those
 * entries themselves for `tillbridge verify`; and last a seal, the SHA-256 of everything before it. The same file is
 * always the same page, to the letter.
 */
export const disputePage = (file: DisputeFile): string => {
  const page = `${bodyOf(file).toString()}${recordStart}${recordOf(file)}</script>\n</body>\n</html>`;
  return `${page}${sealStart}${sealOf(page)} -->\n`;
};

const sealOf = (page: string): string => hash('sha256', page, 'hex');

/** JSON that ends no element. */
const recordOf = (file: DisputeFile): string => JSON.stringify(file).replace(/</g, '\\u003c');

/** What a page is made of, unread; null where it is no such page. */
export const partsOfPage = (page: string): { readonly record: string; readonly isSealed: boolean } | null => {
  const [from, seal] = [page.lastIndexOf(recordStart), page.lastIndexOf(sealStart)];
  const to = page.indexOf('</script>', from);
  if (from < 0 || to < 0) return null;
  const isSealed = seal >= 0 && page.slice(seal) === `${sealStart}${sealOf(page.slice(0, seal))} -->\n`;
  return { record: page.slice(from + recordStart.length, to), isSealed };
};

const bodyOf = (file: DisputeFile): Html => {
  const factsOf = (kind: string): unknown[] =>
    file.entries.filter((entry) => entry.kind === kind).map(({ facts }) => JSON.parse(facts));
  const order = orderFacts.parse(factsOf('order').at(-1));
  const steps = factsOf('step').map((facts) => stepFacts.parse(facts));
  const when = (at: number): string => storeTime(at, file.timeZone);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Dispute file ${nameOf(order)}</title>
<style>${raw(disputeStyle)}</style>
</head>
<body>
${file.practice ? html`<p class="practice">Practice store: nothing here is real</p>` : null}
<h1>Dispute file: ${nameOf(order)}</h1>
<p>${file.store}. Times are those of ${file.timeZone}. Check this file with <code>tillbridge verify FILE</code>.</p>
${orderSection(order, file, when)}
${proofSection(departures(steps), when)}
${linesSection(order)}
${moneySection(order, when)}
<h2>What staff did</h2>
${table(['When', 'What', 'Pieces', 'By', 'Register'], stepRows(steps, order, when, file.places))}
<h2>Printed</h2>
${table(
  ['When', 'Paper', 'Copy', 'By', 'Printer', 'Content (SHA-256)'],
  factsOf('print').map((facts) => {
    const job = printFacts.parse(facts);
    const paper = job.kind.replaceAll('_', ' ');
    return [when(job.createdAt), paper, copyOf(job), nobody(job.staffName), job.printerName, job.contentHash];
  }),
)}
<h2>Timeline</h2>
${table(
  ['When', 'What'],
  file.timeline.map(({ at, what }) => [when(Date.parse(at)), what]),
)}
<h2>Given out</h2>
${table(
  ['When', 'By'],
  factsOf('export').map((facts) => {
    const { by, at } = exportFacts.parse(facts);
    return [when(at), nobody(by)];
  }),
)}
<h2>Evidence</h2>
<p>Each hash is of what the entry says and of the entries before it. An entry that is altered, taken out or put in later breaks those after it.</p>
${table(
  ['No.', 'Recorded', 'Of', 'Hash'],
  file.entries.map(({ number, recordedAt, kind, hash: ofEntry }) => [String(number), when(recordedAt), kind, ofEntry]),
)}
`;
};

const nameOf = ({ orderId, receiptNumber }: OrderFacts): string =>
  orderId === null ? receiptNumber : `order #${orderId} (${receiptNumber})`;
const nobody = (name: string | null): string => name ?? 'nobody signed in';
const copyOf = ({ copy, reprint }: { copy: number; reprint: number }): string =>
  reprint === 1 ? `${copy}, a reprint` : String(copy);
const moneyOf = (amount: number, { currency }: OrderFacts): string => `${formatAmount(amount)} ${currency}`;

type When = (at: number) => string;

const facts = (rows: readonly (readonly [string, string])[]): Html =>
  html`<dl>${rows
    .filter(([, value]) => value !== '')
    .map(([name, value]) => html`<div><dt>${name}</dt><dd><bdi>${value}</bdi></dd></div>`)}</dl>`;

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): Html =>
  rows.length === 0
    ? html`<p class="none">None.</p>`
    : html`<table><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows.map(
        (row) => html`<tr>${row.map((cell) => html`<td><bdi>${cell}</bdi></td>`)}</tr>
`,
      )}</tbody></table>`;

const orderSection = (order: OrderFacts, { places }: DisputeFile, when: When): Html => html`<h2>Order</h2>
${facts([
  ['Placed', when(order.soldAt)],
  ['Arrived here', when(order.importedAt)],
  ['Recorded on', `${places[order.outletId] ?? order.outletId}, ${places[order.registerId] ?? order.registerId}`],
  ['Sale', order.saleStatus],
  ['Payment', order.paymentState.replaceAll('_', ' ')],
  ['BigCommerce', order.bigcommerceStatus ?? ''],
  ['Customer', order.customerName],
  ['E-mail', order.customerEmail],
  ['Phone', order.customerPhone],
  ['Message', order.customerMessage],
  ...order.recipients.map(
    ({ type, method, name, address, phone }) =>
      [
        type === 'pickup' ? 'To be collected by' : 'To be sent to',
        [name, address, phone, method].filter(Boolean).join(', '),
      ] as const,
  ),
])}`;

const proofSection = (
  rows: readonly ReturnType<typeof departures>[number][],
  when: When,
): Html => html`<h2>How it left</h2>
${table(
  ['When', 'How', 'Tracking or recipient', 'By'],
  rows.map(({ at, how, proof, by }) => [when(at), how, proof, nobody(by)]),
)}`;

const linesSection = (order: OrderFacts): Html => html`<h2>Lines</h2>
${table(
  ['Pieces', 'What', 'SKU', 'Amount'],
  [
    ...order.lines.map(({ kind, quantity, name, options, sku, total }) => [
      kind === 'product' ? String(quantity) : '',
      [name === '' ? kind : name, options].filter(Boolean).join(', '),
      sku,
      moneyOf(total, order),
    ]),
    ['', 'Total', '', moneyOf(order.total, order)],
    ['', 'of it tax', '', moneyOf(order.tax, order)],
  ],
)}`;

const moneySection = (order: OrderFacts, when: When): Html => html`<h2>Payments and returns</h2>
${table(
  ['When', 'What', 'Amount'],
  [
    ...order.payments.map(({ paidAt, method, amount, voided }) => [
      when(paidAt),
      voided === 1 ? `${method} (voided)` : method,
      moneyOf(amount, order),
    ]),
    ...order.returns.map(({ returnedAt, reason, amount }) => [
      when(returnedAt),
      reason === '' ? 'Returned' : `Returned: ${reason}`,
      moneyOf(-amount, order),
    ]),
  ],
)}`;
