import { type ReactNode, useMemo } from 'react';
import { useStore } from 'zustand';
import { ManagerStep } from '../../../components/manager-step.tsx';
import { Refused } from '../../../components/refused.tsx';
import type { OpeningPreview } from '../../../state/csv-opening.ts';
import { useApp } from '../../../state/use-app.ts';
import { text } from '../../../text.ts';
import styles from './csv-opening-way.module.css';
import { ListProblems } from './list-problems.tsx';
import { ListSource } from './list-source.tsx';
import { OutletChoice } from './outlet-choice.tsx';
import { PreviewList } from './preview-list.tsx';

const words = text.opening;

/** What the list would do, its problems first; recorded as a whole, or not at all. */
function ListPreview({
  preview,
  isOfThis,
}: {
  readonly preview: OpeningPreview;
  readonly isOfThis: boolean;
}): ReactNode {
  const { csv: opening } = useApp().opening;
  const { lines, problems } = preview;
  const shown = useMemo(
    () =>
      lines.map((line) => ({
        ...line,
        key: String(line.line),
        before: line.onHandBefore,
        after: line.quantity,
        figure: null,
        isNew: line.createsProduct,
      })),
    [lines],
  );
  if (lines.length === 0 && problems.length === 0) return <p className={styles.reading}>{words.csv.nothing}</p>;
  const hindrance = problems.length > 0 ? words.csv.problemsFirst : null;
  return (
    <>
      <ListProblems problems={problems} />
      <div className={styles.commit}>
        <ManagerStep
          command={opening.command}
          label={problems.length > 0 ? words.csv.commitAll : words.csv.commit(lines.length)}
          busy={words.recording}
          hindrance={isOfThis ? hindrance : words.csv.reading}
          onPress={() => void opening.commit()}
        />
      </div>
      <PreviewList lines={shown} />
    </>
  );
}

/** Opening stock from a list of the shop's own. */
export function CsvOpeningWay(): ReactNode {
  const { opening } = useApp();
  const { csv, requestId, fault } = useStore(opening.csv.store);
  const { input, data, fault: unread } = useStore(opening.csv.preview);
  const refused = fault ?? unread;
  // What an older list would do stays in sight while the newer one is read.
  const isOfThis = input?.requestId === requestId;

  return (
    <div className={styles.way} data-filled={data !== null}>
      <div className={styles.source}>
        <p className={styles.lead}>{words.csv.what}</p>
        <OutletChoice />
        <ListSource />
      </div>
      <div className={styles.preview} aria-busy={!isOfThis}>
        {refused === null ? null : (
          <div className={styles.refused}>
            <Refused>{refused.message}</Refused>
          </div>
        )}
        {data === null && csv !== '' && refused === null ? <p className={styles.reading}>{words.csv.reading}</p> : null}
        {data === null ? null : <ListPreview preview={data} isOfThis={isOfThis} />}
      </div>
    </div>
  );
}
