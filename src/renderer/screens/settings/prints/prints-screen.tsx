import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { Page } from '../../../components/page.tsx';
import { Segments } from '../../../components/segments.tsx';
import { text } from '../../../text.ts';
import { PrintJournal } from './print-journal.tsx';
import { PrintersSettings } from './printers.tsx';

const words = text.prints.views;
const views = ['journal', 'printers'] as const;

/** Everything about paper that is no work of the day: what came out, and the printers. */
export function PrintsScreen({ view }: { readonly view: string | undefined }): ReactNode {
  const [, navigate] = useLocation();
  const shown = view === 'printers' ? 'printers' : 'journal';
  return (
    <Page
      title={text.prints.title}
      above={
        <Segments
          label={words.label}
          segments={views.map((value) => ({ value, label: words[value] }))}
          value={shown}
          onChange={(next) => navigate(`/settings/prints/${next}`)}
        />
      }
    >
      {shown === 'journal' ? <PrintJournal /> : <PrintersSettings />}
    </Page>
  );
}
