import { FileCheck2 } from 'lucide-react';
import type { ReactNode } from 'react';
import buttons from '../../components/button.module.css';
import { FaultNote } from '../../components/fault-note.tsx';
import { Section } from '../../components/section.tsx';
import { saveText } from '../../state/save-file.ts';
import { useApp } from '../../state/use-app.ts';
import { useOneCommand } from '../../state/use-one-command.ts';
import { text } from '../../text.ts';
import styles from './dispute-export.module.css';

const words = text.salesHistory.dispute;

/** Saves everything that is known of a sale as one file that can be checked later (N11). */
export function DisputeExport({ saleId }: { readonly saleId: string }): ReactNode {
  const { call, notices } = useApp();
  const command = useOneCommand();
  const save = (): void =>
    void command.run(
      () => call('disputes.export', { saleId }),
      ({ fileName, html }) => {
        saveText(fileName, html, 'text/html;charset=utf-8');
        notices.say(words.saved(fileName));
      },
    );
  return (
    <Section title={words.title}>
      <p className={styles.what}>{words.what}</p>
      <button type="button" className={buttons.button} aria-disabled={command.isBusy} onClick={save}>
        <FileCheck2 size={18} aria-hidden />
        {words.button}
      </button>
      {command.fault === null ? null : <FaultNote fault={command.fault} onAgain={save} />}
    </Section>
  );
}
