import { type ReactNode, useCallback, useMemo } from 'react';
import { useStore } from 'zustand';
import type { RecordNoun } from '../../../contract/event.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FaultNote } from '../../components/fault-note.tsx';
import { ListBody } from '../../components/list-body.tsx';
import { RecordList } from '../../components/record-list.tsx';
import { Screen } from '../../components/screen.tsx';
import { asItems, type ListItem } from '../../format/day-groups.ts';
import { type StockQuery, stockFilterOf } from '../../state/stock-state.ts';
import { useApp } from '../../state/use-app.ts';
import { useFirstOpen } from '../../state/use-first-open.ts';
import { useListKeys } from '../../state/use-list-keys.ts';
import { useLiveList } from '../../state/use-live-list.ts';
import { useNow } from '../../state/use-now.ts';
import { useQuery } from '../../state/use-query.ts';
import { useScans } from '../../state/use-scans.ts';
import { text } from '../../text.ts';
import { NoStock } from './no-stock.tsx';
import { NothingCounted } from './nothing-counted.tsx';
import { StockDetail } from './stock-detail.tsx';
import { StockFilters, stockViews } from './stock-filters.tsx';
import { StockColumns, StockRow } from './stock-row.tsx';

const nouns: readonly RecordNoun[] = ['stock', 'products', 'sales', 'link'];
const columnHead: ListItem<never> = { kind: 'heading', key: 'columns', day: '' };

/** Inventory › Stock: what is here, what BigCommerce has, and why. */
export function StockScreen({ linkedId }: { readonly linkedId: string | undefined }): ReactNode {
  const { list, selection, codes } = useApp().stock;
  const { query, rows, nextCursor, shown, fault } = useStore(list.store);
  const open = useStore(selection.store, (selected) => selected.open);
  const now = useNow(30_000);
  const counts = useQuery('stock.counts', stockFilterOf(query), nouns).data;
  const refresh = useLiveList(list, selection, nouns);
  const items = useMemo(() => [columnHead, ...asItems(rows, (row) => row.productId)], [rows]);
  useFirstOpen(selection, '/stock', linkedId, rows[0]?.productId ?? null);

  const change = useCallback(
    (part: Partial<StockQuery>) => void list.show({ ...list.store.getState().query, ...part }),
    [list],
  );
  const search = useCallback((value: string) => change({ search: value }), [change]);
  const keys = useCallback(() => list.store.getState().rows.map((row) => row.productId), [list]);
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
          renderRow={(row) => <StockRow row={row} />}
          renderHeading={() => <StockColumns />}
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
      detail={
        open === null ? null : (
          <StockDetail productId={open} outletId={query.outletId} now={now} onMove={moves.by} onBack={back} />
        )
      }
      openKey={open}
      detailLabel={text.stock.detail}
      nothingOpen={<EmptyState sentence={text.stock.choose} />}
    />
  );
}
