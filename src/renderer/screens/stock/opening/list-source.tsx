import { FileSpreadsheet, X } from 'lucide-react';
import { type DragEvent, type ReactNode, useId, useRef } from 'react';
import { useStore } from 'zustand';
import buttons from '../../../components/button.module.css';
import { CopyButton } from '../../../components/copy-button.tsx';
import { useApp } from '../../../state/use-app.ts';
import { text } from '../../../text.ts';
import styles from './list-source.module.css';

const words = text.opening.csv;

/** How a list looks, ready to be copied into a spreadsheet. */
function Template(): ReactNode {
  return (
    <details className={styles.template}>
      <summary className={styles.summary}>{words.template}</summary>
      <div className={styles.example}>
        <pre className={styles.sample}>{words.templateList}</pre>
        <CopyButton what={words.templateName} value={words.templateList} />
      </div>
      <p className={styles.hint}>{words.templateHint}</p>
    </details>
  );
}

/** A file by its name: what is in it stands in the spreadsheet that it is from. */
function ChosenFile({ name, onClear }: { readonly name: string; readonly onClear: () => void }): ReactNode {
  return (
    <div className={styles.chosen}>
      <FileSpreadsheet size={18} aria-hidden />
      <span className={styles.file}>{words.chosen(name)}</span>
      <button type="button" className={buttons.button} onClick={onClear}>
        <X size={18} aria-hidden />
        {words.clear}
      </button>
    </div>
  );
}

/** Where the list comes from: a file chosen or dropped, or pasted. */
export function ListSource(): ReactNode {
  const { csv: opening } = useApp().opening;
  const { csv, fileName } = useStore(opening.store);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();

  const take = (files: FileList | null): void => {
    const [file] = files ?? [];
    if (file !== undefined) void opening.chooseFile(file);
    // The same file, put right meanwhile, can be chosen again.
    if (input.current !== null) input.current.value = '';
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    take(event.dataTransfer.files);
  };

  return (
    <section
      className={styles.source}
      aria-label={text.opening.ways.csv}
      onDragOver={(event) => event.preventDefault()}
      onDrop={onDrop}
    >
      <input
        ref={input}
        type="file"
        accept=".csv,.txt,.tsv,text/csv,text/plain"
        hidden
        aria-label={words.file}
        onChange={({ target }) => take(target.files)}
      />
      <div className={styles.choose}>
        <button type="button" className={buttons.button} onClick={() => input.current?.click()}>
          <FileSpreadsheet size={18} aria-hidden />
          {words.file}
        </button>
        {fileName === null ? <span className={styles.hint}>{words.drop}</span> : null}
      </div>
      {fileName === null ? (
        <>
          <label htmlFor={id} className={styles.label}>
            {words.paste}
          </label>
          <textarea
            id={id}
            className={styles.paste}
            rows={8}
            spellCheck={false}
            autoComplete="off"
            placeholder={words.pasteHint}
            value={csv}
            onChange={({ target }) => opening.typed(target.value)}
          />
          <Template />
        </>
      ) : (
        <ChosenFile name={fileName} onClear={opening.clear} />
      )}
    </section>
  );
}
