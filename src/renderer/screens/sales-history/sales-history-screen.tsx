import { type ReactNode, useCallback, useMemo } from 'react';
import { useStore } from 'zustand';
import type { RecordNoun } from '../../../contract/event.ts';
import type { SaleRowView } from '../../../contract/sales.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FaultNote } from '../../components/fault-note.tsx';
import { ListBody } from '../../components/list-body.tsx';
import { NoRows } from '../../components/list-states.tsx';
import { RecordList } from '../../components/record-list.tsx';
import { ScanStrip } from '../../components/scan-strip.tsx';
import { Screen } from '../../components/screen.tsx';
import { Segments } from '../../components/segments.tsx';
import { underDays } from '../../format/day-groups.ts';
import { dayOf } from '../../format/instants.ts';
import { daysAround, everySale, type SaleQuery, saleFilterOf, unfiltered } from '../../state/sale-query.ts';
import { useApp } from '../../state/use-app.ts';
import { useListKeys } from '../../state/use-list-keys.ts';
import { useListScreen } from '../../state/use-list-screen.ts';
import { useNow } from '../../state/use-now.ts';
import { useQuery } from '../../state/use-query.ts';
import { useScans } from '../../state/use-scans.ts';
import { searchRestMs, useSettled } from '../../state/use-settled.ts';
import { useOtherOutlet, useTimeZone } from '../../state/use-shop.ts';
import { useShortcuts } from '../../state/use-shortcuts.ts';
import { text } from '../../text.ts';
import { CsvExport } from './csv-export.tsx';
import { DayHeading } from './day-heading.tsx';
import { filterChips } from './filter-chips.ts';
import { FilterChipsRow } from './filter-chips-row.tsx';
import { filterFields } from './filter-choices.ts';
import { PeriodBar } from './period-bar.tsx';
import { periodKinds } from './period-kinds.ts';
import { SaleDetail } from './sale-detail.tsx';
import { SaleFiltersPopover } from './sale-filters-popover.tsx';
import { SaleRow } from './sale-row.tsx';
import { saleTabs } from './sale-tabs.ts';
import styles from './sales-history-screen.module.css';
import { TotalsStrip } from './totals-strip.tsx';

const nouns: readonly RecordNoun[] = ['sales', 'fulfillments'];
const words = text.salesHistory;
const keyOf = (row: SaleRowView): string => row.saleId;

/** How the last scan came out, while it is said of the sale that is open. */
function LastScan(): ReactNode {
  const { selection, scans } = useApp().sales;
  const open = useStore(selection.store, (selected) => selected.open);
  const last = useStore(scans.store, (state) => state.last);
  return last?.outcome === 'refused' || (last !== null && last.saleId === open) ? (
    <ScanStrip last={last} hint="" />
  ) : null;
}

/** Sell › Sales history: every sale under its day, and what the current filter comes to. */
export function SalesHistoryScreen({ linkedId }: { readonly linkedId: string | undefined }): ReactNode {
  const { sales, shop } = useApp();
  const { list, selection, scans } = sales;
  const { query, rows, nextCursor, shown, fault, change, search, refresh, keys } = useListScreen({
    list,
    selection,
    nouns,
    keyOf,
    path: '/sales-history',
    linkedId,
  });
  const now = useNow(30_000);
  const today = dayOf(now, useTimeZone());
  const filter = useMemo(() => saleFilterOf(query, today), [query, today]);
  const settled = useSettled(query.search, searchRestMs);
  const asked = useMemo(() => ({ ...query, search: settled }), [query, settled]);
  const summary = useQuery('sales.summary', saleFilterOf(asked, today), nouns);
  const around = saleFilterOf({ ...asked, period: daysAround(query.period) }, today);
  const totals = useQuery('sales.days', { ...around, most: 400 }, nouns);
  const items = useMemo(() => underDays(rows, keyOf), [rows]);
  const days = useMemo(() => new Map(totals.data?.days.map((day) => [day.day, day])), [totals.data]);
  const otherOutlet = useOtherOutlet();
  const renderRow = useCallback(
    (row: SaleRowView) => (
      <SaleRow row={row} timeZone={shop.timeZone(row.outletId)} otherOutlet={otherOutlet(row.outletId)} />
    ),
    [shop, otherOutlet],
  );
  const areDaysRead = totals.data !== null && settled === query.search;
  const renderHeading = useCallback(
    (day: string) => <DayHeading day={day} today={today} totals={days.get(day)} filter={areDaysRead ? filter : null} />,
    [today, days, areDaysRead, filter],
  );

  const segments = useMemo(
    () => periodKinds.map((kind) => ({ label: words.periods[kind], run: () => change({ period: { kind } }) })),
    [change],
  );
  const { moves, back } = useListKeys(selection, keys, segments, text.keys.period);
  useScans(scans.scan);
  useShortcuts(
    'list',
    useMemo(
      () =>
        saleTabs.map(({ tab, key }, index) => ({
          keys: [key],
          label: words.views.keys[tab],
          ...(index === 0 ? { hint: { keys: saleTabs.map((each) => each.key), label: words.views.keys.hint } } : {}),
          run: () => change({ tab }),
        })),
      [change],
    ),
  );

  const statuses = useStore(shop.statuses.store, ({ data }) => data?.rows);
  const outlets = useStore(shop.outlets.store, ({ data }) => data?.rows);
  const fields = useMemo(
    () => filterFields(query.filters, statuses ?? [], outlets ?? []),
    [query.filters, statuses, outlets],
  );
  const chips = filterChips(query, fields, today);
  const filters = (
    <>
      <Segments
        label={words.views.label}
        segments={saleTabs.map(({ tab }) => ({ value: tab, label: words.views[tab] }))}
        value={query.tab}
        onChange={(tab) => change({ tab })}
      />
      <PeriodBar period={query.period} today={today} onChange={(period) => change({ period })} />
      <div className={styles.actions}>
        <CsvExport filter={filter} today={today} isEmpty={summary.data?.count === 0} />
        <SaleFiltersPopover query={query} fields={fields} on={chips.length} onChange={change} />
      </div>
      <FilterChipsRow query={query} chips={chips} onChange={change} />
    </>
  );
  const emptySentence =
    query.tab !== 'all' ? words.emptyViews[query.tab] : query.period.kind === 'all' ? words.empty : words.emptyPeriod;
  const showCustomer = useCallback(
    (customer: SaleQuery['customer']): void => change({ ...everySale, customer }),
    [change],
  );
  const chooseDay = (day: string | null): void => {
    const within = daysAround(query.period);
    change({ period: day === null ? within : { kind: 'day', day, within } });
  };
  const body = (
    <>
      <LastScan />
      {fault === null ? null : <FaultNote fault={fault} onAgain={refresh} />}
      {summary.data === null ? null : (
        <TotalsStrip
          summary={summary.data}
          days={totals.data?.days ?? []}
          today={today}
          chosenDay={query.period.kind === 'day' ? query.period.day : null}
          onChooseDay={chooseDay}
        />
      )}
      <ListBody
        isRead={shown !== null}
        hasFault={fault !== null}
        isEmpty={rows.length === 0}
        empty={
          <NoRows
            search={query.search}
            filtered={chips.length > 0}
            emptySentence={emptySentence}
            onClear={() => change(unfiltered(query))}
          />
        }
      >
        <RecordList
          label={words.list}
          items={items}
          selection={selection}
          moves={moves}
          hasMore={nextCursor !== null}
          onNearEnd={list.more}
          queryKey={JSON.stringify(query)}
          renderRow={renderRow}
          renderHeading={renderHeading}
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
      onSearchEnter={scans.typed}
      filters={filters}
      list={body}
      selection={selection}
      detail={(saleId) => <SaleDetail saleId={saleId} now={now} onBack={back} onCustomer={showCustomer} />}
      detailLabel={words.detail}
      nothingOpen={<EmptyState sentence={words.choose} />}
    />
  );
}
