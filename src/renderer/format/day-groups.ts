export type ListItem<Row> =
  | { readonly kind: 'row'; readonly key: string; readonly row: Row }
  | { readonly kind: 'heading'; readonly key: string; readonly day: string };

/** Rows as list items, without headings. */
export const asItems = <Row>(rows: readonly Row[], keyOf: (row: Row) => string): ListItem<Row>[] =>
  rows.map((row) => ({ kind: 'row', key: keyOf(row), row }));

/** Puts a heading before each run of one day. A day that comes twice (outlets in two time zones) gets two headings. */
export const underDays = <Row extends { readonly soldDay: string }>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): ListItem<Row>[] => {
  const items: ListItem<Row>[] = [];
  let day: string | null = null;
  for (const row of rows) {
    const key = keyOf(row);
    if (row.soldDay !== day) items.push({ kind: 'heading', key: `day ${row.soldDay} ${key}`, day: row.soldDay });
    items.push({ kind: 'row', key, row });
    day = row.soldDay;
  }
  return items;
};
