/** What staff do to the stock of a product. */
export type WorkKind = 'count' | 'receive' | 'adjust' | 'damage' | 'transfer';

/** What a quantity may be, by what is done with it. */
type Rule = 'from_zero' | 'from_one' | 'signed';

const rules: Readonly<Record<WorkKind, Rule>> = {
  count: 'from_zero',
  receive: 'from_one',
  adjust: 'signed',
  damage: 'from_one',
  transfer: 'from_one',
};

const most = 1_000_000_000;

/** The whole number that was typed; `−` and `-` are the same. Null where it is none. */
export const parseQuantity = (typed: string): number | null => {
  const plain = typed.trim().replace('−', '-');
  if (!/^[+-]?\d{1,10}$/.test(plain)) return null;
  const quantity = Number(plain);
  return Math.abs(quantity) > most ? null : quantity;
};

/** The quantity, where it may be used for that work; else which rule it breaks. */
export const quantityFor = (kind: WorkKind, typed: string): { readonly quantity: number } | { readonly rule: Rule } => {
  const quantity = parseQuantity(typed);
  const rule = rules[kind];
  const fits =
    quantity !== null && (rule === 'signed' ? quantity !== 0 : rule === 'from_one' ? quantity >= 1 : quantity >= 0);
  return fits ? { quantity } : { rule };
};

/** On hand after the work. */
export const onHandAfter = (kind: WorkKind, onHand: number, quantity: number): number => {
  if (kind === 'count') return quantity;
  return kind === 'receive' || kind === 'adjust' ? onHand + quantity : onHand - quantity;
};

/** One more, as a button or a scan counts: from nothing it begins at one. Never below what the work allows. */
export const stepped = (kind: WorkKind, typed: string, by: number): string => {
  const next = (parseQuantity(typed) ?? 0) + by;
  return String(rules[kind] === 'signed' ? next : Math.max(0, next));
};
