import { Info } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import buttons from '../../../components/button.module.css';
import { ManagerStep } from '../../../components/manager-step.tsx';
import { Refused } from '../../../components/refused.tsx';
import { RunningWork } from '../../../components/running-work.tsx';
import { whenOf } from '../../../format/instants.ts';
import type { SeedPreview } from '../../../state/seed-opening.ts';
import { useApp } from '../../../state/use-app.ts';
import { useExchangeHindrance } from '../../../state/use-exchange-hindrance.ts';
import { useNow } from '../../../state/use-now.ts';
import { useTimeZone } from '../../../state/use-shop.ts';
import { text } from '../../../text.ts';
import { PreviewList } from './preview-list.tsx';
import styles from './seed-opening-way.module.css';

const works = ['opening_figures'] as const;
const words = text.opening.seed;

/** A preview grows old: orders come in, and somebody counts. */
function ReadAgain(): ReactNode {
  const { seed } = useApp().opening;
  const isReading = useStore(seed.reading.store, ({ state }) => state === 'running');
  const problem = useStore(seed.reading.store, (reading) => reading.problem);
  return (
    <>
      <button type="button" className={buttons.button} aria-disabled={isReading} onClick={() => void seed.read()}>
        {isReading ? words.reading : words.readAgain}
      </button>
      {problem === null ? null : <span role="alert">{problem}</span>}
    </>
  );
}

/** BigCommerce's figures beside ours, and the one moment to take them over. */
function FiguresRead({ preview }: { readonly preview: SeedPreview }): ReactNode {
  const { seed } = useApp().opening;
  const timeZone = useTimeZone();
  const now = useNow(30_000);
  const { lines, refused, readAt, without } = preview;
  const shown = useMemo(
    () =>
      lines.map((line, index) => ({
        key: line.productId ?? `new ${index}`,
        line: null,
        sku: line.sku,
        name: line.name,
        before: line.onHandBefore,
        figure: line.bigcommerceFigure,
        after: line.onHandAfter,
        isNew: line.createsProduct,
      })),
    [lines],
  );
  return (
    <>
      <div className={styles.step}>
        {refused === null ? (
          <ManagerStep
            command={seed.command}
            label={words.commit(lines.length)}
            busy={text.opening.recording}
            hindrance={null}
            onPress={() => void seed.commit()}
          />
        ) : (
          <Refused>
            <strong>{words.refused}</strong> {refused}
          </Refused>
        )}
        <p className={styles.facts}>
          {words.readAt(whenOf(readAt, timeZone, now))}
          <ReadAgain />
        </p>
        {without === 0 ? null : (
          <p className={styles.facts}>
            {words.without(without)}
            <Link href="/stock/links" className={buttons.button}>
              {words.toLinks}
            </Link>
          </p>
        )}
      </div>
      {lines.length === 0 ? null : <PreviewList lines={shown} />}
    </>
  );
}

/** Opening stock from BigCommerce: what that means, what it would do, and then once, by a manager. */
export function SeedOpeningWay(): ReactNode {
  const { seed } = useApp().opening;
  const preview = useStore(seed.store, (state) => state.preview);
  const hindrance = useExchangeHindrance();
  return (
    <>
      <RunningWork works={works} />
      <div className={styles.explains}>
        <Info size={18} aria-hidden />
        <div>
          <p>{words.what}</p>
          <ul className={styles.points}>
            {words.points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        </div>
      </div>
      {preview === null ? (
        <div className={styles.step}>
          <ManagerStep
            command={seed.reading}
            label={words.read}
            busy={words.reading}
            hindrance={hindrance}
            onPress={() => void seed.read()}
          />
        </div>
      ) : (
        <FiguresRead preview={preview} />
      )}
    </>
  );
}
