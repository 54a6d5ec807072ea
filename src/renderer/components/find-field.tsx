import { type ReactNode, useEffect, useRef } from 'react';
import { focusList } from '../state/focus-places.ts';
import { everySale } from '../state/sale-query.ts';
import { screenNow, showScreen } from '../state/screen-now.ts';
import { useApp } from '../state/use-app.ts';
import { text } from '../text.ts';
import { SearchField } from './search-field.tsx';

/** Nothing here narrows while one types. */
const onChange = (): undefined => undefined;

/**
 * The search of a screen without a list to narrow: Enter looks among all sales, whatever the Sales history was left at. A
 * number written in full opens its sale, and one that is nowhere is asked about there (N4).
 */
export function FindField(): ReactNode {
  const { list, scans } = useApp().sales;
  const hasFound = useRef(false);
  // Its own screen is gone then, and the keys go on in the list that took its place.
  useEffect(
    () => () => {
      if (hasFound.current) focusList();
    },
    [],
  );
  const find = (typed: string): void => {
    hasFound.current = true;
    void list.show({ ...everySale, search: typed });
    showScreen('/sales-history', screenNow());
    scans.typed(typed);
  };
  return <SearchField label={text.search.find} value="" onChange={onChange} onEnter={find} />;
}
