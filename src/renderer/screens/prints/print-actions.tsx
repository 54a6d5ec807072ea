import { ListPlus, ListX, Printer, ScrollText } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import type { FulfillmentView } from '../../../contract/fulfillments.ts';
import buttons from '../../components/button.module.css';
import { whenOf } from '../../format/instants.ts';
import type { Shortcut } from '../../state/key-match.ts';
import { useApp } from '../../state/use-app.ts';
import { useTimeZone } from '../../state/use-shop.ts';
import { useShortcuts } from '../../state/use-shortcuts.ts';
import { text } from '../../text.ts';
import styles from './print-actions.module.css';

const words = text.prints;

/** Adds the fulfillment to the next pick round, or takes it off. */
function RoundButton({ fulfillmentId }: Pick<FulfillmentView, 'fulfillmentId'>): ReactNode {
  const { round } = useApp().prints;
  const isOn = useStore(round.store, ({ marked }) => marked.includes(fulfillmentId));
  const Icon = isOn ? ListX : ListPlus;
  return (
    <button type="button" className={buttons.button} aria-keyshortcuts="m" onClick={() => round.toggle(fulfillmentId)}>
      <Icon size={18} aria-hidden />
      {isOn ? words.offRound : words.onRound}
    </button>
  );
}

interface PrintActionsProps {
  readonly view: FulfillmentView;
  readonly now: number;
}

/** When the slip was printed, and where everything that was is listed. */
function PrintedLine({ view, now }: PrintActionsProps): ReactNode {
  const { journal } = useApp().prints;
  const timeZone = useTimeZone();
  if (view.printed === null) return null;
  const { at, by, copies } = view.printed;
  return (
    <p className={styles.printed}>
      {words.printedAt(whenOf(at, timeZone, now), by, copies)}{' '}
      <Link href="/settings/prints" onClick={() => void journal.show({ orderId: view.orderId ?? '' })}>
        {words.journalOf}
      </Link>
    </p>
  );
}

/** What prints of a fulfillment (R94). */
export function PrintActions({ view, now }: PrintActionsProps): ReactNode {
  const { printing, round } = useApp().prints;
  const { fulfillmentId } = view;
  const busy = useStore(printing.store, (state) => state.busy);
  const hasGoods = view.status !== 'cancelled' && view.lines.some(({ ordered }) => ordered > 0);
  const toPick = hasGoods && view.lines.some(({ ordered, picked }) => ordered > picked);
  const [slip, pickList] = [printing.slip(fulfillmentId), printing.pickList(fulfillmentId)];
  const shortcuts = useMemo<readonly Shortcut[]>(() => {
    const print = () => void printing.print(printing.slip(fulfillmentId));
    const mark = { keys: ['m'], label: words.onRound, run: () => round.toggle(fulfillmentId) };
    if (!hasGoods) return [];
    return [
      { keys: ['p'], label: words.slip, hint: { keys: ['p'], label: words.slip }, run: print },
      ...(toPick ? [mark] : []),
    ];
  }, [printing, round, fulfillmentId, hasGoods, toPick]);
  useShortcuts('list', shortcuts);
  if (!hasGoods) return null;
  const slipWords = view.printed?.revised ? words.slipRevised : words.slip;
  return (
    <>
      <button type="button" className={buttons.button} aria-keyshortcuts="p" onClick={() => void printing.print(slip)}>
        <Printer size={18} aria-hidden />
        {busy.has(slip.key) ? words.printing : slipWords}
      </button>
      {toPick ? (
        <>
          <button type="button" className={buttons.button} onClick={() => void printing.print(pickList)}>
            <ScrollText size={18} aria-hidden />
            {busy.has(pickList.key) ? words.printing : words.pickList}
          </button>
          <RoundButton fulfillmentId={fulfillmentId} />
        </>
      ) : null}
      <PrintedLine view={view} now={now} />
    </>
  );
}
