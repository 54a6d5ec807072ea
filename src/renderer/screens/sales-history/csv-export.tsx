import { Download } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { useStore } from 'zustand';
import buttons from '../../components/button.module.css';
import { CsvProgress } from '../../components/csv-progress.tsx';
import type { Input } from '../../state/bridge.ts';
import { useApp } from '../../state/use-app.ts';
import { useShortcuts } from '../../state/use-shortcuts.ts';
import { text } from '../../text.ts';

const words = text.salesHistory.csv;

interface CsvExportProps {
  readonly filter: Input<'sales.summary'>;
  readonly today: string;
  /** Nothing fits the filter. */
  readonly isEmpty: boolean;
}

const fileName = ({ from, to }: Input<'sales.summary'>, today: string): string =>
  `sales-${[from, to === from ? undefined : (to ?? today)].filter((day) => day !== undefined).join('-to-')}.csv`;

/** Saves what the filter leaves as CSV; meanwhile how far it is, and a way to stop. */
export function CsvExport({ filter, today, isEmpty }: CsvExportProps): ReactNode {
  const { sales, notices } = useApp();
  const progress = useStore(sales.csv.store, (state) => state.progress);
  const asked = JSON.stringify(filter);
  const save = useMemo(() => {
    const wanted: Input<'sales.summary'> = JSON.parse(asked);
    return () => (isEmpty ? notices.say(words.nothing) : void sales.csv.start(wanted, fileName(wanted, today)));
  }, [asked, isEmpty, notices, sales, today]);
  useShortcuts(
    'list',
    useMemo(() => [{ keys: ['e'], label: words.what, run: save }], [save]),
  );
  if (progress !== null) return <CsvProgress progress={progress} onCancel={sales.csv.cancel} />;
  return (
    <button type="button" className={buttons.button} title={words.what} aria-disabled={isEmpty} onClick={save}>
      <Download size={18} aria-hidden />
      {words.button}
    </button>
  );
}
