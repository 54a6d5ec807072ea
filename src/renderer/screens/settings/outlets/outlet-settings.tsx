import { type ReactNode, useId, useState } from 'react';
import { LocaleField } from '../../../components/locale-field.tsx';
import { ManagerStep } from '../../../components/manager-step.tsx';
import { localeSample } from '../../../format/locale-sample.ts';
import { createManagerCommand } from '../../../state/manager-command.ts';
import type { OutletView } from '../../../state/shop.ts';
import { useApp } from '../../../state/use-app.ts';
import { text } from '../../../text.ts';
import look from '../section-page.module.css';
import styles from './outlets.module.css';

const words = text.outlet;

interface OutletSettingsProps {
  readonly outlet: OutletView;
  /** It is the one that this till records on. */
  readonly isHere: boolean;
}

/** One outlet: its clock, its money, its registers, and how it writes. */
export function OutletSettings({ outlet, isHere }: OutletSettingsProps): ReactNode {
  const { call, notices } = useApp();
  const [command] = useState(() => createManagerCommand(call));
  const { outletId, name, timeZone, currency, registers } = outlet;
  const saved = outlet.locale ?? '';
  const [chosen, setChosen] = useState(saved);
  const id = useId();
  const locale = chosen === '' ? null : chosen;
  const save = (): void =>
    void command.run(
      () => call('outlets.setLocale', { outletId, locale }),
      () => notices.say(words.saved(name, localeSample(locale, currency))),
    );
  const facts = [
    [words.timeZone, timeZone],
    [words.currency, currency],
    [words.registers, registers.map((register) => register.name).join(', ') || text.none],
  ];
  return (
    <section className={look.part} aria-labelledby={id}>
      <h3 id={id} className={look.heading}>
        {name}
      </h3>
      {isHere ? <p className={look.soft}>{words.here}</p> : null}
      <dl className={styles.facts}>
        {facts.map(([fact, value]) => (
          <div key={fact}>
            <dt>{fact}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className={look.form}>
        <LocaleField
          value={chosen}
          currency={currency}
          onChange={(next) => {
            command.forget();
            setChosen(next);
          }}
        />
        {chosen === saved ? null : (
          <div className={look.end}>
            <ManagerStep command={command} label={words.save} busy={words.saving} hindrance={null} onPress={save} />
          </div>
        )}
      </div>
    </section>
  );
}
