import { type ReactNode, useId, useState } from 'react';
import type { RecordNoun } from '../../../../contract/event.ts';
import field from '../../../components/field.module.css';
import { ManagerStep } from '../../../components/manager-step.tsx';
import { RecordBody } from '../../../components/record-body.tsx';
import { RunningWork } from '../../../components/running-work.tsx';
import { whenOf } from '../../../format/instants.ts';
import type { Output } from '../../../state/bridge.ts';
import { createManagerCommand } from '../../../state/manager-command.ts';
import { useApp } from '../../../state/use-app.ts';
import { useNow } from '../../../state/use-now.ts';
import { useQuery } from '../../../state/use-query.ts';
import { useTimeZone } from '../../../state/use-shop.ts';
import { text } from '../../../text.ts';
import look from '../section-page.module.css';

const nouns: readonly RecordNoun[] = ['customers'];
const works = ['personal_data'] as const;
const words = text.privacy;
const choices = [6, 12, 24, 36, 60, 84, 120] as const;

type Keeping = Output<'privacy.get'>;

function KeepingForm({ saved, onSaved }: { readonly saved: Keeping; readonly onSaved: () => void }): ReactNode {
  const { call, notices } = useApp();
  const [saving] = useState(() => createManagerCommand(call));
  const [removing] = useState(() => createManagerCommand(call));
  const [months, setMonths] = useState(saved.months);
  const timeZone = useTimeZone();
  const now = useNow(30_000);
  const id = useId();
  const begins = Date.parse(saved.beginsAt) > now ? saved.beginsAt : null;
  const offered =
    saved.months === null || choices.some((each) => each === saved.months) ? choices : [...choices, saved.months];
  const save = (): void =>
    void saving.run(
      () => call('privacy.setMonths', { months }),
      () => {
        notices.say(words.saved);
        onSaved();
      },
    );
  const removeNow = (): void =>
    void removing.run(
      () => call('privacy.removeNow', {}),
      ({ removed, wasStopped }) => {
        notices.say(wasStopped ? words.stopped(removed) : words.done(removed));
        onSaved();
      },
    );
  return (
    <>
      <div className={look.form}>
        <label htmlFor={id}>{words.label}</label>
        <select
          id={id}
          className={field.field}
          value={String(months)}
          onChange={({ target }) => {
            saving.forget();
            setMonths(target.value === 'null' ? null : Number(target.value));
          }}
        >
          {offered.map((each) => (
            <option key={each} value={each}>
              {words.months(each)}
            </option>
          ))}
          <option value="null">{words.never}</option>
        </select>
        <div className={look.end}>
          <ManagerStep
            command={saving}
            label={words.save}
            busy={words.saving}
            hindrance={months === saved.months && begins === null ? words.unchanged : null}
            onPress={save}
          />
        </div>
      </div>
      {begins === null || saved.months === null ? null : (
        <p className={look.what}>{words.beginsAt(whenOf(begins, timeZone, now))}</p>
      )}
      <p className={look.soft}>
        {words.removed(saved.removed)}{' '}
        {saved.lastRunAt === null ? null : words.lastRun(whenOf(saved.lastRunAt, timeZone, now))} {words.copies}
      </p>
      <RunningWork works={works} />
      {saved.months === null ? null : (
        <ManagerStep
          {...{ command: removing, label: words.now, busy: words.removing, hindrance: null, isSecondary: true }}
          onPress={removeNow}
        />
      )}
    </>
  );
}

/** Settings › Personal data: after how long it is removed, and what was removed so far. */
export function PrivacySection(): ReactNode {
  const { data, fault, again } = useQuery('privacy.get', {}, nouns);
  return (
    <div className={look.page}>
      <h2 className={look.title}>{words.title}</h2>
      <p className={look.what}>{words.what}</p>
      <RecordBody view={data} fault={fault} onAgain={() => void again()}>
        {(saved) => <KeepingForm key={String(saved.months)} saved={saved} onSaved={() => void again()} />}
      </RecordBody>
    </div>
  );
}
