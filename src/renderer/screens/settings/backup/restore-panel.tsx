import { type ReactNode, useState } from 'react';
import type { CopyPreview } from '../../../../contract/backup.ts';
import buttons from '../../../components/button.module.css';
import { ManagerStep } from '../../../components/manager-step.tsx';
import { formatCount } from '../../../format/count.ts';
import { whenOf } from '../../../format/instants.ts';
import { takeFocus } from '../../../state/focus-places.ts';
import { createManagerCommand } from '../../../state/manager-command.ts';
import { useApp } from '../../../state/use-app.ts';
import { useNow } from '../../../state/use-now.ts';
import { useTimeZone } from '../../../state/use-shop.ts';
import { text } from '../../../text.ts';
import look from '../section-page.module.css';
import styles from './backup.module.css';

const words = text.backup.restore;

/** What a copy is and lacks, and the step that goes back to it. */
export function RestorePanel({
  file,
  copy,
  onCancel,
}: {
  readonly file: string;
  readonly copy: CopyPreview;
  readonly onCancel: () => void;
}): ReactNode {
  const { call, notices } = useApp();
  const [command] = useState(() => createManagerCommand(call));
  const timeZone = useTimeZone();
  const now = useNow(30_000);
  const restore = (): void =>
    void command.run(
      () => call('backup.restore', { file }),
      () => notices.say(words.done),
    );
  return (
    <section ref={takeFocus} tabIndex={-1} className={look.part} aria-label={words.restore}>
      <h3 className={look.heading}>{words.title(copy.madeAt === null ? null : whenOf(copy.madeAt, timeZone, now))}</h3>
      <p className={look.what}>{words.sales(formatCount(copy.sales))}</p>
      <ul className={styles.words}>
        {copy.words.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <ManagerStep command={command} label={words.restore} busy={words.restoring} hindrance={null} onPress={restore} />
      <button type="button" className={buttons.button} onClick={onCancel}>
        {words.cancel}
      </button>
    </section>
  );
}
