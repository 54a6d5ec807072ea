import { Store, Truck, Users } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import type { RecordNoun } from '../../../contract/event.ts';
import type { SaleView } from '../../../contract/sales.ts';
import buttons from '../../components/button.module.css';
import { Copyable } from '../../components/copyable.tsx';
import {
  archivedLook,
  bigcommerceLook,
  fulfillmentLooks,
  onHoldLook,
  otherOutletLook,
  paymentLooks,
  saleLooks,
} from '../../components/looks.ts';
import { MoneyText } from '../../components/money-text.tsx';
import { Notes } from '../../components/notes.tsx';
import { Pill } from '../../components/pill.tsx';
import { RecordBody } from '../../components/record-body.tsx';
import { RecordHead } from '../../components/record-head.tsx';
import { Section } from '../../components/section.tsx';
import { Timeline } from '../../components/timeline.tsx';
import { whenOf } from '../../format/instants.ts';
import type { SaleQuery } from '../../state/sale-query.ts';
import { useApp } from '../../state/use-app.ts';
import { useQuery } from '../../state/use-query.ts';
import { useOtherOutlet, usePlaceName } from '../../state/use-shop.ts';
import { text } from '../../text.ts';
import { DisputeExport } from './dispute-export.tsx';
import styles from './sale-detail.module.css';
import { SaleLines } from './sale-lines.tsx';
import { SaleMoney } from './sale-money.tsx';
import { SaleStock } from './sale-stock.tsx';

const nouns: readonly RecordNoun[] = ['sales', 'fulfillments', 'stock', 'customers'];
const words = text.salesHistory;

const filled = (value: string): readonly string[] => (value === '' ? [] : [value]);

/** Nobody waits for the money of a sale that does not count. */
const owesNothing = (view: SaleView): boolean => view.saleStatus === 'voided' && view.paymentState === 'unpaid';

function FulfillmentLinks({ view }: { readonly view: SaleView }): ReactNode {
  return view.fulfillments.map(({ fulfillmentId, type, status }) => {
    const Icon = type === 'pickup' ? Store : Truck;
    return (
      <Link key={fulfillmentId} href={`/fulfillments/${encodeURIComponent(fulfillmentId)}`} className={buttons.button}>
        <Icon size={18} aria-hidden />
        {text.type[type]}
        <Pill look={fulfillmentLooks[status]} quiet />
      </Link>
    );
  });
}

function OtherOutlet({ view }: { readonly view: SaleView }): ReactNode {
  const name = useOtherOutlet()(view.outletId);
  return name === null ? null : (
    <span title={words.otherOutletNote}>
      <Pill look={otherOutletLook(name)} />
    </span>
  );
}

function SaleCustomer({ view, onCustomer }: { readonly view: SaleView } & Pick<SaleDetailProps, 'onCustomer'>) {
  const { customerId, name, email, phone } = view.customer;
  return (
    <Section title={words.customer}>
      <p className={styles.name}>{name === '' ? text.none : name}</p>
      <dl>
        <Copyable what={text.fulfillments.email} lines={filled(email)} />
        <Copyable what={text.fulfillments.phone} lines={filled(phone)} />
      </dl>
      {customerId === null ? null : (
        <button
          type="button"
          className={buttons.button}
          onClick={() => onCustomer({ customerId, name: name === '' ? email : name })}
        >
          <Users size={18} aria-hidden />
          {words.allOfCustomer}
        </button>
      )}
    </Section>
  );
}

function SaleFacts({ view, now }: { readonly view: SaleView; readonly now: number }): ReactNode {
  const { shop } = useApp();
  const placeName = usePlaceName();
  const meaning = useStore(
    shop.statuses.store,
    ({ data }) => data?.rows.find((row) => row.bigcommerceStatusId === view.bigcommerceStatusId)?.meaning,
  );
  const timeZone = shop.timeZone(view.outletId);
  const facts: readonly (readonly [string, string])[] = [
    [words.sold, whenOf(view.soldAt, timeZone, now)],
    ...(view.source === 'online' ? [[words.imported, whenOf(view.importedAt, timeZone, now)] as const] : []),
    [words.register, placeName(view.outletId, view.registerId)],
  ];
  return (
    <Section title={words.facts}>
      {view.bigcommerceStatus === null ? null : (
        <p className={styles.status}>
          <Pill look={bigcommerceLook(view.bigcommerceStatus)} /> {meaning}
        </p>
      )}
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name} className={styles.fact}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

interface SaleDetailProps {
  readonly saleId: string;
  readonly now: number;
  readonly onBack: () => void;
  /** Shows all sales of a customer. */
  readonly onCustomer: (customer: SaleQuery['customer']) => void;
}

export const SaleDetail = memo(function SaleDetail({ saleId, now, onBack, onCustomer }: SaleDetailProps) {
  const { input, data, fault, again } = useQuery('sales.get', { saleId }, nouns);
  const { shop } = useApp();
  const isThis = input?.saleId === saleId;
  return (
    <RecordBody view={isThis || fault === null ? data : null} fault={fault} onAgain={() => void again()}>
      {(view) => (
        <>
          <RecordHead
            title={view.receiptNumber}
            subtitle={[view.orderId === null ? text.source[view.source] : text.order(view.orderId), view.customer.name]
              .filter((part) => part !== '')
              .join(' · ')}
            figure={<MoneyText money={view.total} struck={view.saleStatus === 'voided'} />}
            onBack={onBack}
          >
            <Pill look={saleLooks[view.saleStatus]} />
            {owesNothing(view) ? null : <Pill look={paymentLooks[view.paymentState]} />}
            {view.onHold ? <Pill look={onHoldLook} /> : null}
            {view.archived ? <Pill look={archivedLook} /> : null}
            <OtherOutlet view={view} />
            <FulfillmentLinks view={view} />
          </RecordHead>
          <Section title={words.lines}>
            <SaleLines view={view} />
          </Section>
          <SaleMoney view={view} now={now} />
          <SaleFacts view={view} now={now} />
          <Notes customerMessage={view.customerMessage} staffNotes={view.staffNotes} />
          <SaleCustomer view={view} onCustomer={onCustomer} />
          <SaleStock view={view} now={now} />
          <Section title={text.record.timeline}>
            <Timeline entries={view.timeline} timeZone={shop.timeZone(view.outletId)} now={now} />
          </Section>
          <DisputeExport key={view.saleId} saleId={view.saleId} />
        </>
      )}
    </RecordBody>
  );
});
