import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { Link } from 'wouter';
import buttons from '../../../components/button.module.css';
import field from '../../../components/field.module.css';
import { ManagerStep } from '../../../components/manager-step.tsx';
import { Refused } from '../../../components/refused.tsx';
import { Segments } from '../../../components/segments.tsx';
import { SubmitButton } from '../../../components/submit-button.tsx';
import { moneyOf, sumOfPieces, unitsOf } from '../../../format/cash.ts';
import { formatMoney } from '../../../format/money.ts';
import { typedAmount } from '../../../format/typed-amount.ts';
import type { Input, Output } from '../../../state/bridge.ts';
import { createManagerCommand } from '../../../state/manager-command.ts';
import { useApp } from '../../../state/use-app.ts';
import { useOneCommand } from '../../../state/use-one-command.ts';
import { useQuery } from '../../../state/use-query.ts';
import { text } from '../../../text.ts';
import look from '../section-page.module.css';
import { CashField } from './cash-field.tsx';
import { CountedPieces, type PiecesTyped, piecesOf } from './counted-pieces.tsx';
import { differenceWords } from './difference.ts';
import styles from './till.module.css';

const words = text.till.close;
const ways = ['sum', 'pieces'] as const;
type Way = (typeof ways)[number];
const nouns = ['till', 'sales'] as const;

interface CloseTillProps {
  readonly register: Output<'registers.list'>['rows'][number];
  readonly onEnd: () => void;
  readonly onClosed: (openingId: string | null) => void;
}

/** What was counted, as `registers.close` takes it, and what it comes to; null while nothing was entered. */
const countingOf = (way: Way, typed: string, pieces: PiecesTyped, currency: string) => {
  const denominations = piecesOf(pieces, currency);
  if (way === 'pieces') {
    const units = sumOfPieces(denominations);
    const isEmpty = Object.values(pieces).every((each) => each.trim() === '');
    return isEmpty ? null : { units, input: { denominations: denominations.filter(({ count }) => count > 0) } };
  }
  const counted = typedAmount(typed);
  return counted === null ? null : { units: unitsOf(counted), input: { counted } };
};

/** Counts the drawer and closes the register; with work that was not sent yet only where a manager says so (N9, N14). */
export function CloseTill({ register, onEnd, onClosed }: CloseTillProps): ReactNode {
  const { call, notices } = useApp();
  const command = useOneCommand();
  const [byManager] = useState(() => createManagerCommand(call));
  const [way, setWay] = useState<Way>('sum');
  const [typed, setTyped] = useState('');
  const [pieces, setPieces] = useState<PiecesTyped>({});
  const [note, setNote] = useState('');
  const id = useId();
  const { registerId, name, currency } = register;
  const { data } = useQuery('till.summary', { registerId }, nouns);
  const counting = countingOf(way, typed, pieces, currency);
  const expected = data === null ? null : unitsOf(data.drawer.expected.amount);
  const isUnsent = command.fault?.code === 'unsent_work';

  const close = (leaveUnsent: boolean) => {
    const input: Input<'registers.close'> = { registerId, ...counting?.input, note, leaveUnsent };
    return call('registers.close', input);
  };
  const closed = ({ openingId, drawer }: Output<'registers.close'>): void => {
    const difference = drawer.difference === null ? 0n : unitsOf(drawer.difference.amount);
    notices.say(words.done(name, differenceWords(difference, currency)));
    onClosed(openingId);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (counting !== null) void command.run(() => close(false), closed);
  };
  return (
    <div className={styles.panel} data-screen-only>
      <form id={`${id}-form`} className={styles.plain} aria-labelledby={`${id}-title`} onSubmit={submit}>
        <h3 id={`${id}-title`} className={look.heading}>
          {words.title}
        </h3>
        <div>
          <Segments
            label={words.way.label}
            segments={ways.map((value) => ({ value, label: words.way[value] }))}
            value={way}
            onChange={setWay}
          />
        </div>
        {way === 'pieces' ? (
          <CountedPieces currency={currency} typed={pieces} onChange={setPieces} />
        ) : (
          <div className={styles.line}>
            <label htmlFor={id}>{words.counted}</label>
            <CashField id={id} value={typed} onChange={setTyped} first />
            <span>{currency}</span>
          </div>
        )}
        <dl className={styles.sums} aria-live="polite">
          <dt>{words.expected}</dt>
          <dd>{expected === null ? text.none : formatMoney(moneyOf(expected, currency))}</dd>
          <dt>{words.comesTo}</dt>
          <dd>{counting === null ? text.none : formatMoney(moneyOf(counting.units, currency))}</dd>
          <dt>{words.difference}</dt>
          <dd data-off={counting !== null && expected !== null && counting.units !== expected}>
            {counting === null || expected === null ? text.none : differenceWords(counting.units - expected, currency)}
          </dd>
        </dl>
        <label className={styles.note}>
          {words.note}
          <input
            className={field.field}
            autoComplete="off"
            maxLength={1_000}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
        </label>
        {command.fault === null ? null : <Refused>{command.fault.message}</Refused>}
      </form>
      <div className={styles.actions}>
        {isUnsent ? (
          <>
            <ManagerStep
              command={byManager}
              label={words.anyway}
              busy={words.busy}
              hindrance={counting === null ? words.invalid : null}
              onPress={() => void byManager.run(() => close(true), closed)}
            />
            <Link href="/queue" className={buttons.button}>
              {words.openQueue}
            </Link>
          </>
        ) : (
          <SubmitButton
            form={`${id}-form`}
            label={words.commit}
            busy={command.isBusy ? words.busy : null}
            hindrance={counting === null ? words.invalid : null}
          />
        )}
        <button type="button" className={buttons.button} onClick={onEnd}>
          {words.cancel}
        </button>
      </div>
    </div>
  );
}
