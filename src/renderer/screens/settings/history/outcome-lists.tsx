import { type ReactNode, useMemo } from 'react';
import { useStore } from 'zustand';
import type { HistoryOutcome } from '../../../../contract/history.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { LongList } from '../../../components/long-list.tsx';
import { MoneyText } from '../../../components/money-text.tsx';
import { Segments } from '../../../components/segments.tsx';
import { dayHeading, dayOf } from '../../../format/instants.ts';
import { formatMoney } from '../../../format/money.ts';
import { withKeys } from '../../../format/unique-keys.ts';
import type { HistoryList } from '../../../state/history-state.ts';
import { useApp } from '../../../state/use-app.ts';
import { useTimeZone } from '../../../state/use-shop.ts';
import { text } from '../../../text.ts';
import { DetailRow } from './detail-row.tsx';
import styles from './outcome-lists.module.css';
import { StockRow } from './stock-row.tsx';

const words = text.history.outcome;

interface Rows<Item> {
  readonly keyOf: (item: Item) => string;
  readonly render: (item: Item, today: string) => ReactNode;
}

type Item<List extends HistoryList> = HistoryOutcome[List][number];

const rows: { readonly [List in HistoryList]: Rows<Item<List>> } = {
  stock: {
    keyOf: ({ productId, sku, name }) => productId ?? `${sku} ${name}`,
    render: (row) => <StockRow row={row} />,
  },
  days: {
    keyOf: ({ day, total }) => `${day} ${total.currency}`,
    render: ({ day, sales, total, returned }, today) => (
      <DetailRow
        name={dayHeading(day, today)}
        about={words.daySales(sales)}
        note={Number(returned.amount) === 0 ? '' : words.returned(formatMoney(returned))}
        figure={<MoneyText money={total} />}
      />
    ),
  },
  products: {
    keyOf: ({ sku, name }) => `${sku} ${name}`,
    render: ({ sku, name, createdFrom }) => (
      <DetailRow name={name} about={createdFrom === 'charge' ? words.charge : sku || text.stock.noSku} />
    ),
  },
  customers: {
    keyOf: ({ email }) => email,
    render: ({ name, email }) => <DetailRow name={name} about={email} />,
  },
  held: {
    keyOf: ({ orderId }) => orderId,
    render: ({ orderId, message }) => <DetailRow name={text.order(orderId)} about={message} />,
  },
};

const lists: readonly HistoryList[] = ['stock', 'days', 'products', 'customers', 'held'];

interface ListOfProps<List extends HistoryList> {
  readonly list: List;
  readonly items: readonly Item<List>[];
}

function ListOf<List extends HistoryList>({ list, items }: ListOfProps<List>): ReactNode {
  const today = dayOf(Date.now(), useTimeZone());
  const { keyOf, render }: Rows<Item<List>> = rows[list];
  // Two products may be called the same.
  const keyed = useMemo(() => withKeys(items, keyOf), [items, keyOf]);
  if (items.length === 0) return <EmptyState sentence={words.empty[list]} />;
  return (
    <LongList
      label={words.tabs[list]}
      items={keyed}
      keyOf={({ key }) => key}
      usualHeight={57}
      renderItem={({ item }) => render(item, today)}
    />
  );
}

/** The outcome in detail, a list of each kind; what goes below nothing comes first. */
export function OutcomeLists({ outcome }: { readonly outcome: HistoryOutcome }): ReactNode {
  const { history } = useApp();
  const list = useStore(history.store, (choices) => choices.list);
  return (
    <section aria-label={words.lists}>
      <div className={styles.tabs}>
        <Segments
          label={words.lists}
          segments={lists.map((value) => ({ value, label: words.tabs[value], count: outcome[value].length }))}
          value={list}
          onChange={(value) => history.store.setState({ list: value })}
        />
      </div>
      <ListOf key={list} list={list} items={outcome[list]} />
    </section>
  );
}
