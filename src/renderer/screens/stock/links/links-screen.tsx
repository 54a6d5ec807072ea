import { type ReactNode, useMemo } from 'react';
import { useStore } from 'zustand';
import type { RecordNoun } from '../../../../contract/event.ts';
import type { LinkState, ProductView } from '../../../../contract/products.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { FaultNote } from '../../../components/fault-note.tsx';
import { ListBody } from '../../../components/list-body.tsx';
import { NothingMatches } from '../../../components/nothing-matches.tsx';
import { RecordList } from '../../../components/record-list.tsx';
import { Screen } from '../../../components/screen.tsx';
import { Segments } from '../../../components/segments.tsx';
import { asItems } from '../../../format/day-groups.ts';
import { useApp } from '../../../state/use-app.ts';
import { useListKeys } from '../../../state/use-list-keys.ts';
import { useListScreen } from '../../../state/use-list-screen.ts';
import { text } from '../../../text.ts';
import { StockPlaces } from '../stock-places.tsx';
import { LinkDetail } from './link-detail.tsx';
import { LinkRow } from './link-row.tsx';

const nouns: readonly RecordNoun[] = ['products', 'link'];
const keyOf = (row: ProductView): string => row.productId;
const linkStates: readonly LinkState[] = ['linked', 'unlinked', 'ambiguous'];
const words = text.links;

const renderRow = (row: ProductView): ReactNode => <LinkRow row={row} />;

/** Stock › Links: which product here is which product of BigCommerce. */
export function LinksScreen({ linkedId }: { readonly linkedId: string | undefined }): ReactNode {
  const { links, shop } = useApp();
  const { list, selection } = links;
  const { query, rows, nextCursor, shown, fault, change, search, refresh, keys } = useListScreen({
    list,
    selection,
    nouns,
    keyOf,
    path: '/stock/links',
    linkedId,
  });
  const isLinked = useStore(shop.link.store, ({ data }) => data === null || data.link !== null);
  const items = useMemo(() => asItems(rows, keyOf), [rows]);

  const segments = useMemo(
    () => linkStates.map((linkState) => ({ label: words.states[linkState], run: () => change({ linkState }) })),
    [change],
  );
  const { moves, back } = useListKeys(selection, keys, segments, text.keys.segment);

  const filters = (
    <>
      <StockPlaces />
      <Segments
        label={words.statesLabel}
        segments={linkStates.map((value) => ({ value, label: words.states[value] }))}
        value={query.linkState}
        onChange={(linkState) => change({ linkState })}
      />
    </>
  );
  const body = (
    <>
      {fault === null ? null : <FaultNote fault={fault} onAgain={refresh} />}
      <ListBody
        isRead={shown !== null}
        hasFault={fault !== null}
        isEmpty={rows.length === 0}
        empty={
          query.search.trim() === '' ? (
            <EmptyState sentence={isLinked ? words.empty[query.linkState] : text.exchange.not_linked} />
          ) : (
            <NothingMatches search={query.search.trim()} onClear={() => change({ search: '' })} />
          )
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
      title={text.stock.title}
      searchLabel={words.search}
      search={query.search}
      onSearch={search}
      filters={filters}
      list={body}
      selection={selection}
      detail={(productId) => <LinkDetail productId={productId} onBack={back} onShowOther={selection.open} />}
      detailLabel={words.detail}
      nothingOpen={<EmptyState sentence={words.choose} />}
    />
  );
}
