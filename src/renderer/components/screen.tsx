import { type ReactNode, useEffect, useRef } from 'react';
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
  /** Null where nothing is open: an empty place beside a wide list, no sheet over a narrow one. */
  readonly detail: ReactNode | null;
  readonly detailLabel: string;
  /** The record in the detail; another one begins at its top. */
  readonly openKey: string | null;
  readonly nothingOpen: ReactNode;
}

/** The parts that every list screen has, in their places: top bar, filters, list, detail. */
export function Screen(props: ScreenProps): ReactNode {
  const { title, filters, list, detail, detailLabel, openKey, nothingOpen } = props;
  const isWide = useIsWide();
  const place = useRef<HTMLElement>(null);
  const shown = useRef(openKey);
  useEffect(() => {
    if (shown.current === openKey) return;
    shown.current = openKey;
    place.current?.scrollTo({ top: 0 });
  }, [openKey]);

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
          {isWide || detail !== null ? (
            <section
              ref={place}
              className={styles.detail}
              id="detail"
              data-sheet={!isWide}
              data-scrolls
              aria-label={detailLabel}
              tabIndex={-1}
            >
              {detail ?? nothingOpen}
            </section>
          ) : null}
        </div>
      </main>
    </>
  );
}
