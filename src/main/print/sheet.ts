/** A printed page, before it is known what prints it: HTML for a page, ESC/POS for a receipt printer. */
export interface Sheet {
  readonly title: string;
  /** What must be seen before anything else: PRACTICE, REPRINT, REVISED. */
  readonly marks: readonly Mark[];
  readonly blocks: readonly Block[];
  /** Who printed it, when, and the job it is found by. */
  readonly foot: readonly string[];
  /** Nothing on it is real (N12). */
  readonly practice: boolean;
}

export interface Mark {
  readonly word: string;
  readonly sentences: readonly string[];
}

export type Block =
  | { readonly block: 'heading'; readonly text: string; readonly barcode: string; readonly aside: readonly string[] }
  | { readonly block: 'facts'; readonly title: string; readonly lines: readonly string[] }
  | { readonly block: 'notes'; readonly title: string; readonly lines: readonly string[] }
  | { readonly block: 'items'; readonly columns: ItemColumns; readonly rows: readonly ItemRow[] }
  | { readonly block: 'boxes'; readonly rows: readonly { readonly box: string; readonly what: string }[] }
  | { readonly block: 'codes'; readonly rows: readonly { readonly code: string; readonly meaning: string }[] };

export interface ItemColumns {
  readonly bins: boolean;
  readonly codes: boolean;
  readonly ticks: boolean;
}

/** An article to take, with how many of it. */
export interface ItemRow {
  readonly quantity: number;
  readonly name: string;
  /** SKU, options: smaller than the name. */
  readonly details: readonly string[];
  readonly bin: string;
  /** What its barcode says; empty for none. */
  readonly code: string;
  /** Where it goes, such as `A 2`. */
  readonly boxes: readonly string[];
  /** What was done of it before; empty for nothing. */
  readonly done: string;
}
