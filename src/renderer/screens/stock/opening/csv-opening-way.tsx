import { type ReactNode, useMemo } from 'react';
import { useStore } from 'zustand';
import { ManagerStep } from '../../../components/manager-step.tsx';
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
function ListPreview({ preview }: { readonly preview: OpeningPreview }): ReactNode {
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
  if (lines.length === 0 && problems.length === 0) return <p className={styles.lead}>{words.csv.nothing}</p>;
  return (
    <>
      <ListProblems problems={problems} />
      <div className={styles.commit}>
        <ManagerStep
          command={opening.command}
          label={problems.length > 0 ? words.csv.commitAll : words.csv.commit(lines.length)}
          busy={words.recording}
          hindrance={problems.length > 0 ? words.csv.problemsFirst : null}
          onPress={() => void opening.commit()}
        />
      </div>
      <h2 className={styles.title}>{words.preview(lines.length)}</h2>
      <PreviewList lines={shown} />
    </>
  );
}

/** Opening stock from a list of the shop's own. */
export function CsvOpeningWay(): ReactNode {
  const { opening } = useApp();
  const { csv, fault } = useStore(opening.csv.store);
  const { input, data, fault: unread } = useStore(opening.csv.preview);
  const refused = fault ?? unread;
  const isOfThis = input?.csv === csv;

  return (
    <div className={styles.way} data-filled={data !== null}>
      <div className={styles.source}>
        <p className={styles.lead}>{words.csv.what}</p>
        <OutletChoice />
        <ListSource />
      </div>
      <div className={styles.preview} aria-busy={!isOfThis}>
        {refused === null ? null : (
          <p className={styles.refused} role="alert">
            {refused.message}
          </p>
        )}
        {csv === '' || isOfThis || refused !== null ? null : <p className={styles.reading}>{words.csv.reading}</p>}
        {data !== null && isOfThis ? <ListPreview preview={data} /> : null}
      </div>
    </div>
  );
}
