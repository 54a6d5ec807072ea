import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { RecordNoun } from '../../../../contract/event.ts';
import buttons from '../../../components/button.module.css';
import { unitsOf } from '../../../format/cash.ts';
import { whenOf } from '../../../format/instants.ts';
import type { Output } from '../../../state/bridge.ts';
import { createPagedList, pageInput, pageSize } from '../../../state/paged-list.ts';
import { useApp } from '../../../state/use-app.ts';
import { useNow } from '../../../state/use-now.ts';
import { useTimeZone } from '../../../state/use-shop.ts';
import { text } from '../../../text.ts';
import look from '../section-page.module.css';
import { differenceWords } from './difference.ts';
import styles from './till.module.css';

const nouns: readonly RecordNoun[] = ['till'];
const words = text.till.past;

type Opening = Output<'till.openings'>['rows'][number];

interface PastOpeningsProps {
  /** The opening whose figures are shown; null for what the register has now. */
  readonly shown: string | null;
  readonly onShow: (openingId: string | null) => void;
}

/** Every opening, newest first, each leading to its figures. */
export function PastOpenings({ shown, onShow }: PastOpeningsProps): ReactNode {
  const { call, live } = useApp();
  const [list] = useState(() =>
    createPagedList<null, Opening>(
      (_query, cursor, limit) => call('till.openings', pageInput(cursor, limit)),
      ({ openingId }) => openingId,
      null,
    ),
  );
  const { rows, nextCursor } = useStore(list.store);
  const timeZone = useTimeZone();
  const now = useNow(30_000);
  const refresh = useCallback(() => void list.refresh(Math.max(pageSize, list.store.getState().rows.length)), [list]);
  useEffect(() => {
    refresh();
    return live.on(nouns, refresh);
  }, [live, refresh]);
  const closed = rows.filter(({ closedAt }) => closedAt !== null);
  return (
    <section className={look.part} data-screen-only>
      <h3 className={look.heading}>{words.title}</h3>
      {closed.length === 0 ? <p className={look.what}>{words.empty}</p> : null}
      <ul className={styles.past}>
        {closed.map(({ openingId, number, registerName, openedAt, closedAt, closedBy, difference }) => (
          <li key={openingId}>
            <button
              type="button"
              className={styles.opening}
              aria-pressed={openingId === shown}
              onClick={() => onShow(openingId === shown ? null : openingId)}
            >
              <span className={styles.which}>{words.show(number, registerName)}</span>
              <span className={styles.soft}>
                {whenOf(openedAt, timeZone, now)} – {closedAt === null ? words.open : whenOf(closedAt, timeZone, now)}
                {closedBy === null ? '' : ` · ${closedBy}`}
              </span>
              <span className={styles.off}>
                {difference === null ? text.none : differenceWords(unitsOf(difference.amount), difference.currency)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {nextCursor === null ? null : (
        <button type="button" className={buttons.button} onClick={() => void list.more()}>
          {words.more}
        </button>
      )}
    </section>
  );
}
