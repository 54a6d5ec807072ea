import { type ReactNode, useMemo } from 'react';
import { EmptyState } from '../components/empty-state.tsx';
import { Frame } from '../components/frame.tsx';
import { ListBody } from '../components/list-body.tsx';
import { LongList } from '../components/long-list.tsx';
import { Page } from '../components/page.tsx';
import { RecordHead } from '../components/record-head.tsx';
import { RecordList } from '../components/record-list.tsx';
import { Screen } from '../components/screen.tsx';
import { Section } from '../components/section.tsx';
import { underDays } from '../format/day-groups.ts';
import { PaletteKeys } from '../screens/palette/palette-keys.tsx';
import { DayHeading } from '../screens/sales-history/day-heading.tsx';
import { SaleRow } from '../screens/sales-history/sale-row.tsx';
import { createSelection } from '../state/selection.ts';
import { AppContext } from '../state/use-app.ts';
import { useListKeys } from '../state/use-list-keys.ts';
import { exampleApp } from './example-app.ts';
import { exampleSales } from './example-sales.ts';

const nothing = (): void => undefined;
const { rows, days, today } = exampleSales;
const app = exampleApp();
app.notices.say('Packed 2 pieces of #1042.', nothing);
const selection = createSelection();
selection.open('b');

function List(): ReactNode {
  const items = useMemo(() => underDays(rows, ({ saleId }) => saleId), []);
  const { moves } = useListKeys(selection, () => rows.map(({ saleId }) => saleId), [], '');
  return (
    <RecordList
      {...{ label: 'Sales', items, selection, moves, hasMore: false, onNearEnd: nothing, queryKey: '' }}
      renderRow={(row) => <SaleRow row={row} timeZone="UTC" otherOutlet={row.saleId === 'c' ? 'Harbour' : null} />}
      renderHeading={(day) => (
        <DayHeading day={day} today={today} totals={days.find((each) => each.day === day)} filter={null} />
      )}
    />
  );
}

/** The frame with a list and a detail, all that stands around them, and what Ctrl K and ? open. */
function ListScreen(): ReactNode {
  return (
    <Screen
      {...{ title: 'A list and its detail', searchLabel: 'Search', search: '', onSearch: nothing, selection }}
      filters={null}
      list={
        <ListBody isRead hasFault={false} isEmpty={false} empty={null}>
          <List />
        </ListBody>
      }
      detail={() => (
        <>
          <RecordHead title="W1041" subtitle="#1041 · Mei Haddad" figure="$113.56" onBack={nothing}>
            {null}
          </RecordHead>
          <Section title="Lines">What the record says of itself.</Section>
        </>
      )}
      detailLabel="Sale"
      nothingOpen={null}
    />
  );
}

function PageScreen(): ReactNode {
  return (
    <Page title="A page" above={null}>
      <LongList
        label="A list of any length"
        items={rows}
        keyOf={({ saleId }) => saleId}
        usualHeight={44}
        renderItem={({ receiptNumber }) => receiptNumber}
      />
      <ListBody isRead={false} hasFault={false} isEmpty empty={null}>
        {null}
      </ListBody>
      <EmptyState sentence="Everything has been sent." />
    </Page>
  );
}

/** What only a whole window has room for. */
export function WholeWindow({ part }: { readonly part: 'list' | 'page' }): ReactNode {
  return (
    <AppContext value={app}>
      <Frame>
        {part === 'list' ? <ListScreen /> : <PageScreen />}
        <PaletteKeys />
      </Frame>
    </AppContext>
  );
}
