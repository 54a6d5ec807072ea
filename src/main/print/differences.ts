import { z } from 'zod';
import { canonical, type PickListContent, type PrintContent, type SlipContent } from './content.ts';

/** More than these are no help on paper. */
const most = 40;

type OrderContent = SlipContent | PickListContent;
type Line = OrderContent['lines'][number] & { readonly bin?: string; readonly code?: string };

const named = ({ name, options, sku }: Line): string => {
  const article = name === '' ? sku : name;
  return options === '' ? article : `${article} (${options})`;
};

const isOneOrder = (content: PrintContent): content is OrderContent =>
  content.kind === 'slip' || content.kind === 'pick_list';

/**
 * What changed from one content to the other, a sentence each, for whoever holds the older paper (R94). Empty only where
 * nothing changed.
 */
export const differencesOf = (before: PrintContent, now: PrintContent): string[] => {
  if (canonical(before) === canonical(now)) return [];
  const found =
    isOneOrder(before) && isOneOrder(now) && before.kind === now.kind
      ? [...ofLines(before.lines, now.lines), ...ofOrder(before, now)]
      : [];
  if (found.length === 0) return ['What it says has changed.'];
  return found.length > most ? [...found.slice(0, most), `And ${found.length - most} more changes.`] : found;
};

const ofLines = (before: readonly Line[], now: readonly Line[]): string[] => {
  const was = new Map(before.map((line) => [line.lineId, line]));
  const is = new Set(now.map(({ lineId }) => lineId));
  return [
    ...now.flatMap((line) => {
      const earlier = was.get(line.lineId);
      return earlier ? ofLine(earlier, line) : [`New: ${line.quantity} × ${named(line)}.`];
    }),
    ...before.filter(({ lineId }) => !is.has(lineId)).map((line) => `Removed: ${line.quantity} × ${named(line)}.`),
  ];
};

const ofLine = (was: Line, is: Line): string[] => {
  const more = is.quantity - was.quantity;
  return [
    ...(named(was) === named(is) ? [] : [`${named(was)} is now ${named(is)}.`]),
    ...(more === 0 ? [] : [`${Math.abs(more)} ${more > 0 ? 'more' : 'fewer'} of ${named(is)}: now ${is.quantity}.`]),
    ...(was.sku === is.sku ? [] : [`The SKU of ${named(is)} is now ${is.sku || 'none'}.`]),
    ...((was.bin ?? '') === (is.bin ?? '') ? [] : [`${named(is)} is now in bin ${is.bin || 'none'}.`]),
    ...((was.code ?? '') === (is.code ?? '') || was.sku !== is.sku
      ? []
      : [`The barcode of ${named(is)} is now ${is.code || 'none'}.`]),
  ];
};

const changed = (was: string | readonly string[], is: string | readonly string[]): boolean =>
  JSON.stringify(was) !== JSON.stringify(is);

const nowOr = (value: string): string => (value === '' ? 'none' : value);

const ofOrder = (was: OrderContent, is: OrderContent): string[] => [
  ...(changed(was.type, is.type) ? [`It is a ${is.type} now, no ${was.type} any more.`] : []),
  ...(changed(was.method, is.method) ? [`How it leaves is now: ${nowOr(is.method)}.`] : []),
  ...(was.kind === 'slip' && is.kind === 'slip' ? ofSlip(was, is) : []),
  ...(was.kind === 'pick_list' && is.kind === 'pick_list' ? ofPickList(was, is) : []),
  ...(changed(was.message, is.message) ? ["The customer's message changed."] : []),
];

const ofSlip = (was: SlipContent, is: SlipContent): string[] => [
  ...(changed(was.recipient, is.recipient) ? [`The recipient is now ${nowOr(is.recipient)}.`] : []),
  ...(changed(was.address, is.address) ? [`The address is now: ${nowOr(is.address.join(', '))}.`] : []),
  ...(changed(was.phone, is.phone) ? [`The phone number is now ${nowOr(is.phone)}.`] : []),
];

const ofPickList = (was: PickListContent, is: PickListContent): string[] => [
  ...(changed(was.customer, is.customer) ? [`The customer is now ${nowOr(is.customer)}.`] : []),
  ...(changed(was.staffNotes, is.staffNotes) ? ['The staff notes changed.'] : []),
];

const stored = z.array(z.string());

/** The differences that a job was recorded with. */
export const differencesFrom = (json: string): string[] => stored.parse(JSON.parse(json));
