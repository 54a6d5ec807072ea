import { ReceiptText } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import type { FulfillmentView } from '../../../contract/fulfillments.ts';
import buttons from '../../components/button.module.css';
import { Copyable } from '../../components/copyable.tsx';
import { fulfillmentLooks } from '../../components/looks.ts';
import { MoneyText } from '../../components/money-text.tsx';
import { Notes } from '../../components/notes.tsx';
import { Pill } from '../../components/pill.tsx';
import { RecordBody } from '../../components/record-body.tsx';
import { RecordHead } from '../../components/record-head.tsx';
import { ScanStrip } from '../../components/scan-strip.tsx';
import { Section } from '../../components/section.tsx';
import { Timeline } from '../../components/timeline.tsx';
import { whenOf } from '../../format/instants.ts';
import type { ShownFulfillment } from '../../state/fulfillment-views.ts';
import { useApp } from '../../state/use-app.ts';
import { useTimeZone } from '../../state/use-shop.ts';
import { useStoreLater } from '../../state/use-store-later.ts';
import { text } from '../../text.ts';
import { FulfillmentLines } from './fulfillment-lines.tsx';
import { FulfillmentTags } from './fulfillment-tags.tsx';
import { StaffNotes } from './staff-notes.tsx';
import { WhatLeft } from './what-left.tsx';
import { FulfillmentAlerts } from './work/fulfillment-alerts.tsx';
import { FulfillmentWork } from './work/fulfillment-work.tsx';

const words = text.fulfillments;

const filled = (value: string): readonly string[] => (value === '' ? [] : [value]);

const viewOf = ({ view }: ShownFulfillment): FulfillmentView | null => view;

function WhoAndWhere({ view }: { readonly view: FulfillmentView }): ReactNode {
  const { name, addressLines, phone, email } = view.recipient;
  const isSomebodyElse = name !== '' && name !== view.customerName;
  return (
    <Section title={words.who}>
      <dl>
        <Copyable
          what={words.address}
          lines={[...(isSomebodyElse || addressLines.length > 0 ? filled(name) : []), ...addressLines]}
        />
        <Copyable what={words.phone} lines={filled(phone)} />
        <Copyable what={words.email} lines={filled(email)} />
        <Copyable what={words.method} lines={filled(view.method)} />
      </dl>
    </Section>
  );
}

interface FulfillmentDetailProps {
  readonly fulfillmentId: string;
  readonly now: number;
  readonly onBack: () => void;
}

/** One fulfillment: what comes next, what it needs, for whom it is, and what was done. */
export const FulfillmentDetail = memo(function FulfillmentDetail(props: FulfillmentDetailProps) {
  const { fulfillmentId, now, onBack } = props;
  const { views, scans } = useApp().fulfillments;
  const known = useStoreLater(views.store, viewOf);
  const fault = useStore(views.store, (shown) => shown.fault);
  const last = useStore(scans.store, (state) => (state.last?.fulfillmentId === fulfillmentId ? state.last : null));
  const timeZone = useTimeZone();
  const isThis = known?.fulfillmentId === fulfillmentId;
  return (
    <RecordBody view={isThis || fault === null ? known : null} fault={fault} onAgain={() => void views.again()}>
      {(view) => (
        <>
          <RecordHead
            title={view.orderId === null ? view.receiptNumber : text.order(view.orderId)}
            subtitle={view.customerName}
            figure={<MoneyText money={view.total} struck={view.saleStatus === 'voided'} />}
            onBack={onBack}
          >
            <Pill look={fulfillmentLooks[view.status]} />
            <FulfillmentTags row={view} now={now} />
            {view.assignedTo === null ? null : <span>{words.assigned(view.assignedTo)}</span>}
            <Link href={`/sales-history/${encodeURIComponent(view.saleId)}`} className={buttons.button}>
              <ReceiptText size={18} aria-hidden />
              {words.openSale(view.receiptNumber)}
            </Link>
          </RecordHead>
          <FulfillmentAlerts view={view} now={now} />
          <FulfillmentWork view={view} now={now} />
          <Section title={`${words.lines} · ${text.items(view.itemCount)}`}>
            <ScanStrip last={last} hint={words.scan.hint} />
            <FulfillmentLines view={view} />
          </Section>
          <StaffNotes notes={view.notes} timeZone={timeZone} now={now} />
          <Notes customerMessage={view.customerMessage} staffNotes={view.staffNotes} />
          <WhatLeft view={view} timeZone={timeZone} now={now} />
          <WhoAndWhere view={view} />
          <Section title={text.record.timeline}>
            <p>{words.placed(whenOf(view.placedAt, timeZone, now))}</p>
            <Timeline entries={view.timeline} timeZone={timeZone} now={now} />
          </Section>
        </>
      )}
    </RecordBody>
  );
});
