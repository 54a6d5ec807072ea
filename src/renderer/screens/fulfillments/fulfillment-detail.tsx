import { ReceiptText } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { RecordNoun } from '../../../contract/event.ts';
import type { FulfillmentView } from '../../../contract/fulfillments.ts';
import buttons from '../../components/button.module.css';
import { Copyable } from '../../components/copyable.tsx';
import { fulfillmentLooks } from '../../components/looks.ts';
import { MoneyText } from '../../components/money-text.tsx';
import { Notes } from '../../components/notes.tsx';
import { Pill } from '../../components/pill.tsx';
import { RecordBody } from '../../components/record-body.tsx';
import { RecordHead } from '../../components/record-head.tsx';
import { Section } from '../../components/section.tsx';
import { Timeline } from '../../components/timeline.tsx';
import { whenOf } from '../../format/instants.ts';
import { useQuery } from '../../state/use-query.ts';
import { useTimeZone } from '../../state/use-shop.ts';
import { text } from '../../text.ts';
import { FulfillmentLines } from './fulfillment-lines.tsx';
import { FulfillmentTags } from './fulfillment-tags.tsx';

const nouns: readonly RecordNoun[] = ['fulfillments', 'sales'];
const words = text.fulfillments;

const filled = (value: string): readonly string[] => (value === '' ? [] : [value]);

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
        <Copyable what={words.how} lines={filled(view.method)} />
      </dl>
    </Section>
  );
}

interface FulfillmentDetailProps {
  readonly fulfillmentId: string;
  readonly now: number;
  readonly onBack: () => void;
}

export function FulfillmentDetail({ fulfillmentId, now, onBack }: FulfillmentDetailProps): ReactNode {
  const { input, data, fault, again } = useQuery('fulfillments.get', { fulfillmentId }, nouns);
  const timeZone = useTimeZone();
  const isThis = input?.fulfillmentId === fulfillmentId;
  return (
    <RecordBody view={isThis || fault === null ? data : null} fault={fault} onAgain={() => void again()}>
      {(view) => (
        <>
          <RecordHead
            title={view.orderId === null ? view.receiptNumber : text.order(view.orderId)}
            subtitle={view.customerName}
            figure={<MoneyText money={view.total} struck={view.saleStatus === 'voided'} />}
            onBack={onBack}
          >
            <Pill look={fulfillmentLooks[view.status]} />
            <FulfillmentTags row={view} />
            <Link href={`/sales-history/${encodeURIComponent(view.saleId)}`} className={buttons.button}>
              <ReceiptText size={18} aria-hidden />
              {words.openSale(view.receiptNumber)}
            </Link>
          </RecordHead>
          <Section title={`${words.lines} · ${text.items(view.itemCount)}`}>
            <FulfillmentLines view={view} />
          </Section>
          <Notes customerMessage={view.customerMessage} staffNotes={view.staffNotes} />
          <WhoAndWhere view={view} />
          <Section title={text.record.timeline}>
            <p>{words.placed(whenOf(view.placedAt, timeZone, now))}</p>
            <Timeline entries={view.timeline} timeZone={timeZone} now={now} />
          </Section>
        </>
      )}
    </RecordBody>
  );
}
