import { CloudUpload, PackageCheck, PackageOpen, Printer, Wallet } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { RecordNoun } from '../../../../contract/event.ts';
import type { HandoverView } from '../../../../contract/till.ts';
import buttons from '../../../components/button.module.css';
import { RecordBody } from '../../../components/record-body.tsx';
import { timeOf, whenOf } from '../../../format/instants.ts';
import { useNow } from '../../../state/use-now.ts';
import { useQuery } from '../../../state/use-query.ts';
import { useTimeZone } from '../../../state/use-shop.ts';
import { text } from '../../../text.ts';
import look from '../section-page.module.css';
import styles from './handover.module.css';

const nouns: readonly RecordNoun[] = ['fulfillments', 'outbox', 'stock', 'sales', 'link', 'till'];
const words = text.till.handover;

type Goods = HandoverView['openPicks'];

/** Orders that the next shift goes on with, the oldest first, each leading to its fulfillment. */
function Orders({ goods }: { readonly goods: Goods }): ReactNode {
  const timeZone = useTimeZone();
  const now = useNow(30_000);
  return (
    <>
      <ul className={styles.orders}>
        {goods.rows.map(({ fulfillmentId, orderId, receiptNumber, customerName, type, placedAt }) => (
          <li key={fulfillmentId}>
            <Link href={`/fulfillments/${encodeURIComponent(fulfillmentId)}`}>
              {orderId === null ? receiptNumber : text.order(orderId)}
            </Link>
            <span className={styles.customer}>{customerName}</span>
            <span className={look.soft}>{text.type[type]}</span>
            <span className={look.soft}>{words.since(whenOf(placedAt, timeZone, now))}</span>
          </li>
        ))}
      </ul>
      {goods.count > goods.rows.length ? (
        <p className={look.soft}>{words.more(goods.count - goods.rows.length)}</p>
      ) : null}
    </>
  );
}

interface PartProps {
  readonly icon: typeof CloudUpload;
  readonly title: string;
  readonly count: number;
  readonly none: string;
  readonly children: ReactNode;
}

function Part({ icon: Icon, title, count, none, children }: PartProps): ReactNode {
  return (
    <section className={look.part} aria-label={title}>
      <h3 className={styles.title}>
        <Icon size={20} aria-hidden />
        {title}
        <span className={styles.count} data-some={count > 0}>
          {count}
        </span>
      </h3>
      {count === 0 ? <p className={look.what}>{none}</p> : children}
    </section>
  );
}

/** Settings › Shift hand-over: open picks, unsent work, packed orders that are not paid (N14). */
export function HandoverSection(): ReactNode {
  const { data, fault, again } = useQuery('till.handover', {}, nouns);
  const timeZone = useTimeZone();
  return (
    <div className={look.page} data-prints>
      <div className={styles.head}>
        <h2 className={look.title}>{words.title}</h2>
        <button type="button" className={buttons.button} onClick={() => window.print()} data-screen-only>
          <Printer size={18} aria-hidden />
          {words.print}
        </button>
        <Link href="/settings/till" className={buttons.button} data-screen-only>
          <Wallet size={18} aria-hidden />
          {words.closeTill}
        </Link>
      </div>
      <p className={look.what}>{words.what}</p>
      <RecordBody view={data} fault={fault} onAgain={() => void again()}>
        {({ asOf, unsent, openPicks, unpaidPacked }) => (
          <>
            <p className={look.soft}>{words.asOf(timeOf(asOf, timeZone))}</p>
            <Part icon={CloudUpload} title={words.unsent} count={unsent.count} none={words.unsentNone}>
              <ul className={styles.kinds}>
                {unsent.kinds.map(({ kind, label, count }) => (
                  <li key={kind}>{words.kind(count, label)}</li>
                ))}
              </ul>
              <Link href="/queue" className={buttons.button} data-screen-only>
                {words.openQueue}
              </Link>
            </Part>
            <Part icon={PackageOpen} title={words.picks} count={openPicks.count} none={words.picksNone}>
              <Orders goods={openPicks} />
            </Part>
            <Part icon={PackageCheck} title={words.unpaid} count={unpaidPacked.count} none={words.unpaidNone}>
              <Orders goods={unpaidPacked} />
            </Part>
          </>
        )}
      </RecordBody>
    </div>
  );
}
