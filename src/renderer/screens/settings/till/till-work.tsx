import { type ReactNode, useState } from 'react';
import buttons from '../../../components/button.module.css';
import { useFocusBack } from '../../../components/use-focus-back.ts';
import type { Output } from '../../../state/bridge.ts';
import { text } from '../../../text.ts';
import { CloseTill } from './close-till.tsx';
import { MoveCash } from './move-cash.tsx';
import { OpenTill } from './open-till.tsx';
import styles from './till.module.css';

const words = text.till;

interface TillWorkProps {
  readonly register: Output<'registers.list'>['rows'][number];
  readonly onClosed: (openingId: string | null) => void;
}

/** What can be done at a register now: open it; or move cash, and close it. */
export function TillWork({ register, onClosed }: TillWorkProps): ReactNode {
  const [panel, setPanel] = useState<'cash' | 'close' | null>(null);
  const closeButton = useFocusBack(panel === 'close');
  const cashButton = useFocusBack(panel === 'cash');
  const end = (): void => setPanel(null);
  if (register.state === 'closed') return <OpenTill register={register} />;
  if (panel === 'cash') return <MoveCash register={register} onEnd={end} />;
  if (panel === 'close') return <CloseTill register={register} onEnd={end} onClosed={onClosed} />;
  return (
    <div className={styles.actions} data-screen-only>
      <button ref={closeButton} type="button" className={buttons.primary} onClick={() => setPanel('close')}>
        {words.close.open}
      </button>
      <button ref={cashButton} type="button" className={buttons.button} onClick={() => setPanel('cash')}>
        {words.cash.open}
      </button>
    </div>
  );
}
