import type { ReactNode } from 'react';
import type { BindingView } from '../../../../contract/link.ts';
import { whenOf } from '../../../format/instants.ts';
import type { Output } from '../../../state/bridge.ts';
import { useNow } from '../../../state/use-now.ts';
import { useTimeZone } from '../../../state/use-shop.ts';
import { text } from '../../../text.ts';
import look from '../section-page.module.css';
import styles from './link.module.css';
import { PlanSetting } from './plan-setting.tsx';
import { Rebind } from './rebind.tsx';
import { ReplaceToken } from './replace-token.tsx';
import { Unlink } from './unlink.tsx';

const words = text.link.linked;

export type LinkView = NonNullable<Output<'link.get'>['link']>;

interface LinkedStoreProps {
  readonly link: LinkView;
  readonly binding: BindingView | null;
  readonly unlinkWarning: string;
}

/** The store that is linked: who owns which facts (R9), and all that can be changed about the link. */
export function LinkedStore({ link, binding, unlinkWarning }: LinkedStoreProps): ReactNode {
  const timeZone = useTimeZone();
  const now = useNow(60_000);
  return (
    <>
      <dl className={styles.facts}>
        <dt>{link.storeName}</dt>
        <dd>{words.since(whenOf(link.linkedAt, timeZone, now))}</dd>
        <dt>{words.hash}</dt>
        <dd>{link.storeHash}</dd>
        <dt>{words.records}</dt>
        <dd>{binding === null ? words.unbound : `${binding.outletName} · ${binding.registerName}`}</dd>
      </dl>
      <p className={look.what}>{words.record}</p>
      <ReplaceToken />
      <PlanSetting key={link.plan} link={link} />
      <Rebind key={binding?.boundAt ?? ''} binding={binding} />
      <Unlink storeName={link.storeName} warning={unlinkWarning} />
    </>
  );
}
