import { Handshake, Truck } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { FulfillmentView } from '../../../contract/fulfillments.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { Section } from '../../components/section.tsx';
import { whenOf } from '../../format/instants.ts';
import { text } from '../../text.ts';
import styles from './what-left.module.css';

type Left = FulfillmentView['handedOver'][number];

const words = text.fulfillments.left;

interface Times {
  readonly timeZone: string;
  readonly now: number;
}

/** `2 × Blue Mug, 1 × Assam Tea`. */
const goodsOf = (left: Left, { lines }: Pick<FulfillmentView, 'lines'>): string =>
  left.lines
    .map(({ lineId, quantity }) => {
      const name = lines.find((line) => line.lineId === lineId)?.name ?? text.none;
      return text.fulfillments.toPutBack(quantity, name);
    })
    .join(', ');

function Parcel({ left }: { readonly left: Left }): ReactNode {
  if (left.trackingNumber === '') return <p>{[left.carrier, words.noTracking].filter(Boolean).join(' · ')}</p>;
  return (
    <p className={styles.tracking}>
      {left.carrier} <strong>{left.trackingNumber}</strong>
      <CopyButton what={text.fulfillments.panel.tracking} value={left.trackingNumber} />
    </p>
  );
}

function OneLeft({ left, view, timeZone, now }: { readonly left: Left; readonly view: FulfillmentView } & Times) {
  const isParcel = left.how === 'shipment';
  const Icon = isParcel ? Truck : Handshake;
  const by = left.by === null ? '' : `, ${words.by(left.by)}`;
  return (
    <li className={styles.left}>
      <Icon size={18} aria-hidden />
      <div>
        <p className={styles.what}>
          {isParcel ? words.shipment : words.in_person(left.recipientName)}{' '}
          <span className={styles.when}>
            {whenOf(left.at, timeZone, now)}
            {by}
          </span>
        </p>
        <p className={styles.goods}>{goodsOf(left, view)}</p>
        {isParcel ? <Parcel left={left} /> : null}
        {left.told === null ? null : (
          <p className={styles.told} data-told={left.told}>
            {words.told[left.told]} {left.told === 'parked' ? <Link href="/queue">{words.toQueue}</Link> : null}
          </p>
        )}
      </div>
    </li>
  );
}

/** Parcels and what was handed over in person, each with what BigCommerce was told of it (R93). */
export function WhatLeft({ view, ...times }: { readonly view: FulfillmentView } & Times): ReactNode {
  if (view.handedOver.length === 0) return null;
  return (
    <Section title={words.title}>
      <ul className={styles.list}>
        {view.handedOver.map((left) => (
          <OneLeft key={left.stepId} left={left} view={view} {...times} />
        ))}
      </ul>
    </Section>
  );
}
