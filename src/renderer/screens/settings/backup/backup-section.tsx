import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { RecordNoun } from '../../../../contract/event.ts';
import buttons from '../../../components/button.module.css';
import { ManagerStep } from '../../../components/manager-step.tsx';
import { RecordBody } from '../../../components/record-body.tsx';
import { Refused } from '../../../components/refused.tsx';
import { RunningWork } from '../../../components/running-work.tsx';
import { ageOf, whenOf } from '../../../format/instants.ts';
import type { Output } from '../../../state/bridge.ts';
import { createManagerCommand } from '../../../state/manager-command.ts';
import { useApp } from '../../../state/use-app.ts';
import { useNow } from '../../../state/use-now.ts';
import { useQuery } from '../../../state/use-query.ts';
import { useTimeZone } from '../../../state/use-shop.ts';
import { text } from '../../../text.ts';
import look from '../section-page.module.css';
import styles from './backup.module.css';
import { ChooseCopy } from './choose-copy.tsx';
import { MakeCopy } from './make-copy.tsx';

const nouns: readonly RecordNoun[] = ['backup'];
const works = ['copy', 'look', 'restore'] as const;
const words = text.backup;
/** The daily copy is missing by then. */
const oldMs = 2 * 86_400_000;

type Status = Output<'backup.status'>;

function LastGood({ lastGoodAt, problem }: Pick<Status, 'lastGoodAt' | 'problem'>): ReactNode {
  const timeZone = useTimeZone();
  const now = useNow(30_000);
  const isOld = lastGoodAt !== null && now - Date.parse(lastGoodAt) > oldMs;
  return (
    <>
      <p className={styles.facts}>
        <span>{words.good}:</span>
        <span className={`${styles.age} ${isOld ? styles.old : ''}`}>
          {lastGoodAt === null ? words.none : words.goodAge(ageOf(lastGoodAt, now), whenOf(lastGoodAt, timeZone, now))}
        </span>
      </p>
      {problem === null ? null : <Refused>{words.failed(problem)}</Refused>}
    </>
  );
}

function StockHeld({ wentBackTo }: Pick<Status, 'wentBackTo'>): ReactNode {
  const { call, notices } = useApp();
  const [command] = useState(() => createManagerCommand(call));
  const timeZone = useTimeZone();
  const now = useNow(30_000);
  const { held } = words;
  const release = (): void =>
    void command.run(
      () => call('backup.releaseStock', {}),
      () => notices.say(held.released),
    );
  return (
    <section className={styles.held} aria-label={held.title}>
      <h3 className={look.heading}>{held.title}</h3>
      <p>{held.what(wentBackTo === null ? null : whenOf(wentBackTo, timeZone, now))}</p>
      <Link href="/stock/proof" className={buttons.button}>
        {held.proof}
      </Link>
      <ManagerStep command={command} label={held.release} busy={held.releasing} hindrance={null} onPress={release} />
    </section>
  );
}

/** Settings › Backup and restore: the age of the last good copy, a copy now, and going back to one. */
export function BackupSection(): ReactNode {
  const { data, fault, again } = useQuery('backup.status', {}, nouns);
  return (
    <div className={look.page}>
      <h2 className={look.title}>{words.title}</h2>
      <p className={look.what}>{words.what}</p>
      <RecordBody view={data} fault={fault} onAgain={() => void again()}>
        {({ lastGoodAt, problem, copies, stockHeldSince, wentBackTo }) => (
          <>
            <LastGood lastGoodAt={lastGoodAt} problem={problem} />
            <RunningWork works={works} />
            {stockHeldSince === null ? null : <StockHeld wentBackTo={wentBackTo} />}
            <MakeCopy />
            <ChooseCopy copies={copies} />
          </>
        )}
      </RecordBody>
    </div>
  );
}
