import { TriangleAlert, WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import type { PushState } from '../../../contract/stock.ts';
import buttons from '../../components/button.module.css';
import { Section } from '../../components/section.tsx';
import { formatCount } from '../../format/count.ts';
import { whenOf } from '../../format/instants.ts';
import type { StockFigures } from '../../state/explanation.ts';
import { useApp } from '../../state/use-app.ts';
import { useTimeZone } from '../../state/use-shop.ts';
import { text } from '../../text.ts';
import styles from './bigcommerce-side.module.css';

const words = text.stock.bigcommerce;

const waitsForNetwork: ReadonlySet<PushState> = new Set(['to_push', 'sent']);
const needsLink: ReadonlySet<PushState> = new Set(['not_linked', 'ambiguous']);

const driftSentence = (drift: number | null): string => {
  if (drift === null) return words.driftUnknown;
  if (drift === 0) return words.noDrift;
  return drift > 0 ? words.driftMore(drift) : words.driftLess(-drift);
};

/** Why nothing can go out now, where something is to. */
const useHindrance = (state: PushState): string | null => {
  const { sync } = useApp();
  const exchange = useStore(sync.store, ({ status }) => status?.state ?? null);
  if (!waitsForNetwork.has(state)) return null;
  if (exchange === 'offline') return words.offline;
  return exchange === 'not_linked' || exchange === 'not_bound' ? words.notLinkedStore : null;
};

function Fact({ name, count, when }: { name: string; count: string; when: string | null }): ReactNode {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>
        {when === null ? null : <span className={styles.when}>{when}</span>}
        <span className={styles.count}>{count}</span>
      </dd>
    </div>
  );
}

/** BigCommerce's figure beside ours: what it has, what it was told, how they differ, and what happens next. */
export function BigcommerceSide({ view, now }: { readonly view: StockFigures; readonly now: number }): ReactNode {
  const timeZone = useTimeZone();
  const hindrance = useHindrance(view.pushState);
  const { bigcommerceFigure, bigcommerceFigureAt, lastPushed, lastPushedAt, drift } = view;
  const at = (instant: string | null, sentence: (when: string) => string): string | null =>
    instant === null ? null : sentence(whenOf(instant, timeZone, now));
  return (
    <Section title={words.title}>
      <dl className={styles.facts}>
        <Fact
          name={text.stock.figures.bigcommerce}
          count={bigcommerceFigure === null ? words.notRead : formatCount(bigcommerceFigure)}
          when={at(bigcommerceFigureAt, words.readAt)}
        />
        <Fact
          name={text.stock.figures.lastPushed}
          count={lastPushed === null ? words.notPushed : formatCount(lastPushed)}
          when={at(lastPushedAt, words.pushedAt)}
        />
        <Fact name={text.stock.figures.drift} count={driftSentence(drift)} when={null} />
      </dl>
      <p className={styles.meaning}>{text.stock.pushMeaning[view.pushState]}</p>
      {view.pushProblem === null ? null : (
        <div className={styles.refused}>
          <TriangleAlert size={18} aria-hidden />
          <p>
            <strong>{words.refusedWords}:</strong> {view.pushProblem}
          </p>
        </div>
      )}
      {hindrance === null ? null : (
        <p className={styles.hindrance}>
          <WifiOff size={18} aria-hidden /> {hindrance}
        </p>
      )}
      {needsLink.has(view.pushState) ? (
        <Link
          href={`/stock/links/${encodeURIComponent(view.productId)}`}
          className={`${buttons.button} ${styles.link}`}
        >
          {words.toLinks}
        </Link>
      ) : null}
    </Section>
  );
}
