import { type ReactNode, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { Selection } from '../state/selection.ts';
import { useDrawnLater } from '../state/use-drawn-later.ts';
import { useIsWide } from '../state/use-media.ts';
import styles from './screen.module.css';
import { SearchField } from './search-field.tsx';
import { TopBar } from './top-bar.tsx';

interface ScreenProps {
  readonly title: string;
  readonly searchLabel: string;
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly onSearchEnter?: (typed: string) => void;
  readonly filters: ReactNode;
  readonly list: ReactNode;
  readonly selection: Selection;
  readonly detail: (openKey: string) => ReactNode;
  readonly detailLabel: string;
  /** Whether what is typed goes on from record to record: then the detail never stays behind the row. */
  readonly detailTakesKeys?: boolean;
  /** What stands beside a wide list while nothing is open; over a narrow one there is no sheet then. */
  readonly nothingOpen: ReactNode;
}

type DetailProps = Pick<ScreenProps, 'selection' | 'detail' | 'detailLabel' | 'detailTakesKeys' | 'nothingOpen'>;

/**
 * The record that is open; another one begins at its top. It is drawn once what was asked for first is in sight: the
 * row that a key moved to, the list of a screen that was entered.
 */
function Detail({ selection, detail, detailLabel, detailTakesKeys = false, nothingOpen }: DetailProps): ReactNode {
  const isWide = useIsWide();
  const open = useStore(selection.store, (selected) => selected.open);
  const drawn = useDrawnLater(open);
  const shown = detailTakesKeys && drawn !== undefined ? open : drawn;
  const place = useRef<HTMLElement>(null);
  const seen = useRef(shown);
  useEffect(() => {
    if (seen.current === shown) return;
    seen.current = shown;
    place.current?.scrollTo({ top: 0 });
  }, [shown]);
  if (!isWide && open === null) return null;
  return (
    <section
      ref={place}
      className={styles.detail}
      id="detail"
      data-sheet={!isWide}
      data-scrolls
      aria-label={detailLabel}
      tabIndex={-1}
    >
      {shown === undefined ? null : shown === null ? nothingOpen : detail(shown)}
    </section>
  );
}

/** The parts that every list screen has, in their places: top bar, filters, list, detail. */
export function Screen(props: ScreenProps): ReactNode {
  const { title, filters, list } = props;
  return (
    <>
      <TopBar title={title}>
        <SearchField
          label={props.searchLabel}
          value={props.search}
          onChange={props.onSearch}
          onEnter={props.onSearchEnter}
        />
      </TopBar>
      <main className={styles.main}>
        <div className={styles.filters}>{filters}</div>
        <div className={styles.split}>
          <div className={styles.list}>{list}</div>
          <Detail {...props} />
        </div>
      </main>
    </>
  );
}
