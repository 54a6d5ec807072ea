import { type ReactNode, useCallback, useMemo } from 'react';
import type { RecordNoun } from '../../../contract/event.ts';
import type { FulfillmentRowView } from '../../../contract/fulfillments.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FaultNote } from '../../components/fault-note.tsx';
import { ListBody } from '../../components/list-body.tsx';
import { NoRows } from '../../components/list-states.tsx';
import { RecordList } from '../../components/record-list.tsx';
import { Screen } from '../../components/screen.tsx';
import { asItems } from '../../format/day-groups.ts';
import { countsFilterOf, type FulfillmentQuery } from '../../state/fulfillments-state.ts';
import { useApp } from '../../state/use-app.ts';
import { useListKeys } from '../../state/use-list-keys.ts';
import { useListScreen } from '../../state/use-list-screen.ts';
import { useNow } from '../../state/use-now.ts';
import { useQuery } from '../../state/use-query.ts';
import { useScans } from '../../state/use-scans.ts';
import { searchRestMs, useSettled } from '../../state/use-settled.ts';
import { text } from '../../text.ts';
import { FulfillmentDetail } from './fulfillment-detail.tsx';
import { FulfillmentRow } from './fulfillment-row.tsx';
import { FulfillmentsFilters } from './fulfillments-filters.tsx';
import { segmentNames } from './segment-names.ts';

const nouns: readonly RecordNoun[] = ['fulfillments', 'sales', 'outbox'];
const keyOf = (row: FulfillmentRowView): string => row.fulfillmentId;
const words = text.fulfillments;

const emptySentence = ({ task, segment }: FulfillmentQuery): string =>
  task === null ? words.empty[segment] : words.emptyTask[task];

/** Inventory › Fulfillments: what is promised, to whom, and the work on it. */
export function FulfillmentsScreen({ linkedId }: { readonly linkedId: string | undefined }): ReactNode {
  const { list, selection, scans } = useApp().fulfillments;
  const { query, rows, nextCursor, shown, fault, change, search, refresh, keys } = useListScreen({
    list,
    selection,
    nouns,
    keyOf,
    path: '/fulfillments',
    linkedId,
  });
  const now = useNow(30_000);
  const settled = useSettled(query.search, searchRestMs);
  const counts = useQuery('fulfillments.counts', countsFilterOf({ ...query, search: settled }), nouns);
  const tasks = useQuery('fulfillments.tasks', {}, nouns);
  const items = useMemo(() => asItems(rows, keyOf), [rows]);
  const { task } = query;
  const renderRow = useCallback(
    (row: FulfillmentRowView) => <FulfillmentRow row={row} task={task} now={now} />,
    [task, now],
  );

  const segments = useMemo(
    () =>
      segmentNames.map((segment) => ({ label: words.segments[segment], run: () => change({ segment, task: null }) })),
    [change],
  );
  const { moves, back } = useListKeys(selection, keys, segments, text.keys.segment);
  useScans(scans.scan);

  const filters = <FulfillmentsFilters query={query} counts={counts.data} tasks={tasks.data} onChange={change} />;
  const body = (
    <>
      {fault === null ? null : <FaultNote fault={fault} onAgain={refresh} />}
      <ListBody
        isRead={shown !== null}
        hasFault={fault !== null}
        isEmpty={rows.length === 0}
        empty={
          <NoRows
            search={query.search}
            filtered={query.type !== null}
            emptySentence={emptySentence(query)}
            onClear={() => change({ search: '', type: null })}
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
        />
      </ListBody>
    </>
  );

  return (
    <Screen
      title={text.frame.fulfillments}
      searchLabel={text.search.fulfillments}
      search={query.search}
      onSearch={search}
      onSearchEnter={scans.typed}
      filters={filters}
      list={body}
      selection={selection}
      detail={(fulfillmentId) => <FulfillmentDetail fulfillmentId={fulfillmentId} now={now} onBack={back} />}
      detailLabel={words.detail}
      nothingOpen={<EmptyState sentence={words.choose} />}
    />
  );
}
