import { Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import type { TillView } from '../../../../contract/till.ts';
import buttons from '../../../components/button.module.css';
import { fullWhenOf } from '../../../format/instants.ts';
import { ownFirst } from '../../../format/money.ts';
import { useTimeZone } from '../../../state/use-shop.ts';
import { text } from '../../../text.ts';
import look from '../section-page.module.css';
import { DrawerFigures } from './drawer-figures.tsx';
import { TenderTable } from './tender-table.tsx';
import styles from './till.module.css';
import { UnpaidSales } from './unpaid-sales.tsx';

const words = text.till.figures;

/** Which opening it is: the head of the page that is printed. */
function Which({ till }: { readonly till: TillView }): ReactNode {
  const timeZone = useTimeZone();
  const { state, number, registerName, outletName, openedAt, openedBy, closedAt, closedBy, note } = till;
  // With its day, for it may be read on paper.
  const at = (instant: string, who: string | null): string => words.by(fullWhenOf(instant, timeZone), who);
  const which = state === 'waiting' ? text.till.nextOpening(number) : text.till.opening(number);
  return (
    <div className={styles.which}>
      <h3 className={look.heading}>{`${outletName} · ${registerName} · ${which}`}</h3>
      <dl className={styles.facts}>
        {openedAt === null ? null : (
          <div>
            <dt>{words.opened}</dt>
            <dd>{at(openedAt, openedBy)}</dd>
          </div>
        )}
        {closedAt === null ? null : (
          <div>
            <dt>{words.closed}</dt>
            <dd>{at(closedAt, closedBy)}</dd>
          </div>
        )}
        {note === null ? null : (
          <div>
            <dt>{words.note}</dt>
            <dd>{note}</dd>
          </div>
        )}
      </dl>
    </div>
  );
}

interface TillFiguresProps {
  readonly till: TillView;
  /** Leads back to what the register has now; undefined where that is what is shown. */
  readonly onBack: (() => void) | undefined;
}

/** The till close of one opening: online money apart from the drawer, by means of payment, and what is not paid (N9). */
export function TillFigures({ till, onBack }: TillFiguresProps): ReactNode {
  const { online, inStore, currency } = till;
  return (
    <section className={look.part} aria-label={words.label} data-prints>
      <div className={styles.title}>
        <Which till={till} />
        <div className={styles.actions} data-screen-only>
          {onBack === undefined ? null : (
            <button type="button" className={buttons.button} onClick={onBack}>
              {words.back}
            </button>
          )}
          <button type="button" className={buttons.button} onClick={() => window.print()}>
            <Printer size={18} aria-hidden />
            {words.print}
          </button>
        </div>
      </div>
      <div className={styles.columns}>
        <div>
          <h4 className={styles.part}>{words.online}</h4>
          <p className={styles.soft}>{words.onlineMeaning}</p>
          <TenderTable tenders={online.tenders} returns={online.returns} net={ownFirst(online.net, currency)} />
          <h4 className={styles.part}>{words.inStore}</h4>
          <TenderTable tenders={inStore.tenders} net={ownFirst(inStore.net, currency)} />
        </div>
        <DrawerFigures drawer={till.drawer} isOpened={till.openingId !== null} currency={currency} />
      </div>
      <UnpaidSales unpaid={till.unpaid} />
    </section>
  );
}
