import { type ReactNode, useMemo } from 'react';
import type { RecordNoun } from '../../../contract/event.ts';
import type { SaleRowView } from '../../../contract/sales.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FaultNote } from '../../components/fault-note.tsx';
import { ListBody } from '../../components/list-body.tsx';
import { NoRows } from '../../components/list-states.tsx';
import { RecordList } from '../../components/record-list.tsx';
import { Screen } from '../../components/screen.tsx';
import { underDays } from '../../format/day-groups.ts';
import { dayOf } from '../../format/instants.ts';
import { saleFilterOf } from '../../state/sale-query.ts';
import { useApp } from '../../state/use-app.ts';
import { useListKeys } from '../../state/use-list-keys.ts';
import { useListScreen } from '../../state/use-list-screen.ts';
import { useNow } from '../../state/use-now.ts';
import { useQuery } from '../../state/use-query.ts';
import { useTimeZone } from '../../state/use-shop.ts';
import { text } from '../../text.ts';
import { DayHeading } from './day-heading.tsx';
import { PeriodBar } from './period-bar.tsx';
import { periodKinds } from './period-kinds.ts';
import { SaleDetail } from './sale-detail.tsx';
import { SaleFiltersPopover } from './sale-filters-popover.tsx';
import { SaleRow } from './sale-row.tsx';
import { TotalsStrip } from './totals-strip.tsx';

const nouns: readonly RecordNoun[] = ['sales', 'fulfillments'];
const keyOf = (row: SaleRowView): string => row.saleId;

/** Sell › Sales history: every sale under its day, and what the current filter comes to. */
export function SalesHistoryScreen({ linkedId }: { readonly linkedId: string | undefined }): ReactNode {
  const { sales, shop } = useApp();
  const { list, selection } = sales;
  const { query, rows, nextCursor, shown, fault, open, change, search, refresh, keys } = useListScreen({
    list,
    selection,
    nouns,
    keyOf,
    path: '/sales-history',
    linkedId,
  });
  const now = useNow(30_000);
  const today = dayOf(now, useTimeZone());
  const filter = saleFilterOf(query, today);
  const summary = useQuery('sales.summary', filter, nouns);
  const totals = useQuery('sales.days', { ...filter, most: 400 }, nouns);
  const items = useMemo(() => underDays(rows, keyOf), [rows]);
  const days = useMemo(() => new Map(totals.data?.days.map((day) => [day.day, day])), [totals.data]);

  const segments = useMemo(
    () =>
      periodKinds.map((kind) => ({ label: text.salesHistory.periods[kind], run: () => change({ period: { kind } }) })),
    [change],
  );
  const { moves, back } = useListKeys(selection, keys, segments, text.keys.period);

  const hasFilters = Object.keys(query.filters).length > 0;
  const filters = (
    <>
      <PeriodBar period={query.period} today={today} onChange={(period) => change({ period })} />
      <SaleFiltersPopover filters={query.filters} onChange={(next) => change({ filters: next })} />
    </>
  );
  const body = (
    <>
      {fault === null ? null : <FaultNote fault={fault} onAgain={refresh} />}
      {summary.data === null ? null : (
        <TotalsStrip summary={summary.data} days={totals.data?.days ?? []} today={today} />
      )}
      <ListBody
        isRead={shown !== null}
        hasFault={fault !== null}
        isEmpty={rows.length === 0}
        empty={
          <NoRows
            search={query.search}
            filtered={hasFilters}
            emptySentence={query.period.kind === 'all' ? text.salesHistory.empty : text.salesHistory.emptyPeriod}
            onClear={() => change({ search: '', filters: {} })}
          />
        }
      >
        <RecordList
          label={text.salesHistory.list}
          items={items}
          selection={selection}
          moves={moves}
          hasMore={nextCursor !== null}
          onNearEnd={list.more}
          queryKey={JSON.stringify(query)}
          renderRow={(row) => <SaleRow row={row} timeZone={shop.timeZone(row.outletId)} />}
          renderHeading={(day) => <DayHeading day={day} today={today} totals={days.get(day)} />}
        />
      </ListBody>
    </>
  );

  return (
    <Screen
      title={text.frame.salesHistory}
      searchLabel={text.search.sales}
      search={query.search}
      onSearch={search}
      filters={filters}
      list={body}
      detail={open === null ? null : <SaleDetail saleId={open} now={now} onBack={back} />}
      openKey={open}
      detailLabel={text.salesHistory.detail}
      nothingOpen={<EmptyState sentence={text.salesHistory.choose} />}
    />
  );
}
