import { CircleCheck, CircleX, type LucideIcon, PackageCheck, ScanBarcode, Volume2, VolumeX } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { useApp } from '../state/use-app.ts';
import type { WorkOutcome } from '../state/work-sound.ts';
import { text } from '../text.ts';
import buttons from './button.module.css';
import styles from './scan-strip.module.css';

const words = text.fulfillments;

const icons: Readonly<Record<WorkOutcome, LucideIcon>> = {
  ok: CircleCheck,
  refused: CircleX,
  complete: PackageCheck,
};

function SoundButton(): ReactNode {
  const { workSound } = useApp();
  const isOn = useStore(workSound.store, (state) => state.on);
  const Icon = isOn ? Volume2 : VolumeX;
  return (
    <button
      type="button"
      className={buttons.bare}
      onClick={() => workSound.turn(!isOn)}
      aria-pressed={isOn}
      aria-label={words.actions.sound}
      title={isOn ? words.actions.soundOn : words.actions.soundOff}
    >
      <Icon size={18} aria-hidden />
    </button>
  );
}

interface ScanStripProps {
  readonly last: { readonly outcome: WorkOutcome; readonly sentence: string; readonly count: number } | null;
  /** What stands there before anything was scanned. */
  readonly hint: string;
}

/** How the last scan came out: in words, colour and shape beside its sound. What is refused is read aloud at once. */
export function ScanStrip({ last, hint }: ScanStripProps): ReactNode {
  const Icon = last === null ? ScanBarcode : icons[last.outcome];
  return (
    <div className={styles.strip} data-outcome={last?.outcome ?? 'none'} data-turn={(last?.count ?? 0) % 2}>
      <Icon size={20} aria-hidden />
      <p className={styles.sentence} role={last?.outcome === 'refused' ? 'alert' : 'status'}>
        <span key={last?.count}>{last?.sentence ?? hint}</span>
      </p>
      <SoundButton />
    </div>
  );
}
