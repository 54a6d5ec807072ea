/** What BigCommerce changed while work was done here (R90; docs/conflicts.md). */
export type ConflictKind = 'cancelled' | 'refunded' | 'shipped_elsewhere' | 'on_hold' | 'lines_changed' | 'gone';

/** What had been done here, in pieces; and what of it BigCommerce was to be told, as words, where that waits. */
export interface OurFacts {
  readonly picked?: number;
  readonly packed?: number;
  readonly handedOver?: number;
  readonly telling?: string;
}

/** What BigCommerce says. */
export interface TheirFacts {
  readonly statusId: number;
  /** The label as the merchant named it. */
  readonly status: string;
  /** Pieces that were given back since. */
  readonly refunded?: number;
  /** Pieces that others have handed over. */
  readonly shipped?: number;
  readonly parcels?: readonly { readonly trackingNumber: string; readonly carrier: string }[];
  readonly lines?: readonly LineEdit[];
}

/** A line that an edit of the order changed; 0 where it was or is not there. */
export interface LineEdit {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** `theirs`: BigCommerce is not told. `ours`: it is told all the same, where it can take it. */
export type ConflictAnswer = 'seen' | 'theirs' | 'ours';

/** Facts as they were kept, read again (design law 10): what is not understood is as if it had not been told. */
export const readOurFacts = (kept: unknown): OurFacts => {
  const telling = fieldOf(kept, 'telling');
  return {
    ...count('picked', kept),
    ...count('packed', kept),
    ...count('handedOver', kept),
    ...(typeof telling === 'string' ? { telling } : {}),
  };
};

export const readTheirFacts = (kept: unknown): TheirFacts => ({
  statusId: Number(fieldOf(kept, 'statusId')) || 0,
  status: textOf(fieldOf(kept, 'status')),
  ...count('refunded', kept),
  ...count('shipped', kept),
  parcels: listOf(fieldOf(kept, 'parcels')).map((parcel) => ({
    trackingNumber: textOf(fieldOf(parcel, 'trackingNumber')),
    carrier: textOf(fieldOf(parcel, 'carrier')),
  })),
  lines: listOf(fieldOf(kept, 'lines')).map((line) => ({
    name: textOf(fieldOf(line, 'name')),
    from: Number(fieldOf(line, 'from')) || 0,
    to: Number(fieldOf(line, 'to')) || 0,
  })),
});

const fieldOf = (kept: unknown, name: string): unknown =>
  typeof kept === 'object' && kept !== null ? Reflect.get(kept, name) : undefined;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const count = <N extends string>(name: N, kept: unknown): Partial<Record<N, number>> => {
  const value = fieldOf(kept, name);
  return typeof value === 'number' && value > 0 ? ({ [name]: value } as Record<N, number>) : {};
};
