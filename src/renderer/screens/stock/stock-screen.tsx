import { type ReactNode, useMemo } from 'react';
import type { RecordNoun } from '../../../contract/event.ts';
import type { StockRowView } from '../../../contract/stock.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FaultNote } from '../../components/fault-note.tsx';
import { ListBody } from '../../components/list-body.tsx';
import { RecordList } from '../../components/record-list.tsx';
import { Screen } from '../../components/screen.tsx';
import { asItems, type ListItem } from '../../format/day-groups.ts';
import { stockFilterOf } from '../../state/stock-state.ts';
import { useApp } from '../../state/use-app.ts';
import { useListKeys } from '../../state/use-list-keys.ts';
import { useListScreen } from '../../state/use-list-screen.ts';
import { useNow } from '../../state/use-now.ts';
import { useQuery } from '../../state/use-query.ts';
import { useScans } from '../../state/use-scans.ts';
import { searchRestMs, useSettled } from '../../state/use-settled.ts';
import { text } from '../../text.ts';
import { NoStock } from './no-stock.tsx';
import { NothingCounted } from './nothing-counted.tsx';
import { StockDetail } from './stock-detail.tsx';
import { StockFilters, stockViews } from './stock-filters.tsx';
import { StockColumns, StockRow } from './stock-row.tsx';

const nouns: readonly RecordNoun[] = ['stock', 'products', 'sales', 'link'];
const keyOf = (row: StockRowView): string => row.productId;
const columnHead: ListItem<never> = { kind: 'heading', key: 'columns', day: '' };

const renderRow = (row: StockRowView): ReactNode => <StockRow row={row} />;
const renderColumns = (): ReactNode => <StockColumns />;

/** Inventory › Stock: what is here, what BigCommerce has, and why. */
export function StockScreen({ linkedId }: { readonly linkedId: string | undefined }): ReactNode {
  const { list, selection, codes } = useApp().stock;
  const { query, rows, nextCursor, shown, fault, change, search, refresh, keys } = useListScreen({
    list,
    selection,
    nouns,
    keyOf,
    path: '/stock',
    linkedId,
  });
  const now = useNow(30_000);
  const settled = useSettled(query.search, searchRestMs);
  const counts = useQuery('stock.counts', stockFilterOf({ ...query, search: settled }), nouns).data;
  const items = useMemo(() => [columnHead, ...asItems(rows, keyOf)], [rows]);

  const segments = useMemo(
    () => stockViews.map((view) => ({ label: text.stock.views[view], run: () => change({ view }) })),
    [change],
  );
  const { moves, back } = useListKeys(selection, keys, segments, text.keys.segment);
  useScans(codes.scan);

  const nothingCounted = counts !== null && counts.all > 0 && counts.all === counts.not_known && query.search === '';
  const body = (
    <>
      {fault === null ? null : <FaultNote fault={fault} onAgain={refresh} />}
      {nothingCounted ? <NothingCounted /> : null}
      <ListBody
        isRead={shown !== null}
        hasFault={fault !== null}
        isEmpty={rows.length === 0}
        empty={<NoStock query={query} onClear={() => change({ search: '' })} />}
      >
        <RecordList
          label={text.stock.list}
          items={items}
          selection={selection}
          moves={moves}
          hasMore={nextCursor !== null}
          onNearEnd={list.more}
          queryKey={JSON.stringify(query)}
          renderRow={renderRow}
          renderHeading={renderColumns}
        />
      </ListBody>
    </>
  );

  return (
    <Screen
      title={text.stock.title}
      searchLabel={text.stock.search}
      search={query.search}
      onSearch={search}
      onSearchEnter={codes.typed}
      filters={<StockFilters query={query} counts={counts} onChange={change} />}
      list={body}
      selection={selection}
      detailTakesKeys
      detail={(productId) => (
        <StockDetail productId={productId} outletId={query.outletId} now={now} onMove={moves.by} onBack={back} />
      )}
      detailLabel={text.stock.detail}
      nothingOpen={<EmptyState sentence={text.stock.choose} />}
    />
  );
}
