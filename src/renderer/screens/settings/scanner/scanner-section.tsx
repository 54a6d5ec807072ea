import { type ReactNode, useCallback, useId, useState } from 'react';
import { useStore } from 'zustand';
import buttons from '../../../components/button.module.css';
import field from '../../../components/field.module.css';
import { useApp } from '../../../state/use-app.ts';
import { useScans } from '../../../state/use-scans.ts';
import { baudRates, type ScannerKind, scannerKinds } from '../../../state/wired-scanners.ts';
import { text } from '../../../text.ts';
import look from '../section-page.module.css';
import styles from './scanner-section.module.css';

const words = text.scanner;

/** What the card on the screen says. */
const cardCode = 'TILLBRIDGE';

/** A code to scan, and what was read: nothing is done with it. */
function TestCard(): ReactNode {
  const [code, setCode] = useState<string | null>(null);
  useScans(useCallback((read: string) => setCode(read), []));
  return (
    <section className={look.part} aria-label={words.tryIt}>
      <h3 className={look.heading}>{words.card}</h3>
      <figure className={styles.card}>
        <div className={styles.bars} role="img" aria-label={words.cardCode} />
        <figcaption>{cardCode}</figcaption>
      </figure>
      <p className={look.soft}>{words.notFromScreens}</p>
      <p role="status" className={styles.read} data-read={code !== null}>
        {code === null ? (
          words.waiting
        ) : (
          <>
            <strong>{words.read(code)}</strong> {code === cardCode ? words.itself : words.other}
          </>
        )}
      </p>
    </section>
  );
}

/** One way to connect a scanner: how it stands, and what can be done about it. */
function WiredScanner({ kind }: { readonly kind: ScannerKind }): ReactNode {
  const { wiredScanners } = useApp();
  const state = useStore(wiredScanners.store, (states) => states[kind]);
  const [rate, setRate] = useState(wiredScanners.rate);
  const [failed, setFailed] = useState(false);
  const id = useId();
  const choose = async (wanted: number): Promise<void> => setFailed(!(await wiredScanners.choose(kind, wanted)));
  const isUsed = state === 'connected' || state === 'lost';
  return (
    <div className={styles.wired}>
      <h4 className={styles.name}>{words.kinds[kind].label}</h4>
      <p role="status" className={look.what}>
        {failed && state === 'none' ? words.notFound : words.state[state]}
      </p>
      {state === 'unsupported' ? null : (
        <div className={styles.actions}>
          {kind === 'serial' ? (
            <label className={styles.rate} htmlFor={id}>
              {words.rate}
              <select
                id={id}
                className={field.field}
                value={rate}
                onChange={({ target }) => setRate(Number(target.value))}
              >
                {baudRates.map((each) => (
                  <option key={each}>{each}</option>
                ))}
              </select>
            </label>
          ) : null}
          <button type="button" className={buttons.button} onClick={() => void choose(rate)}>
            {kind === 'serial' && isUsed ? words.next : words.kinds[kind].connect}
          </button>
          {isUsed ? (
            <button type="button" className={buttons.button} onClick={() => void wiredScanners.forget(kind)}>
              {words.forget}
            </button>
          ) : null}
        </div>
      )}
    </div>
  );
}

/** Settings › Scanner: whether it reads, and those that are no keyboard. */
export function ScannerSection(): ReactNode {
  return (
    <div className={look.page}>
      <h2 className={look.title}>{words.title}</h2>
      <p className={look.what}>{words.what}</p>
      <TestCard />
      <section className={look.part} aria-label={words.wired}>
        <h3 className={look.heading}>{words.wired}</h3>
        {scannerKinds.map((kind) => (
          <WiredScanner key={kind} kind={kind} />
        ))}
      </section>
    </div>
  );
}
