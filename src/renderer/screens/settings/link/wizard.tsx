import { type ReactNode, useEffect } from 'react';
import { useStore } from 'zustand';
import type { Output } from '../../../state/bridge.ts';
import { useApp } from '../../../state/use-app.ts';
import { text } from '../../../text.ts';
import look from '../section-page.module.css';
import { NextStep } from './next-step.tsx';
import { PlaceFields } from './place-fields.tsx';
import { PractiseFirst } from './practise-first.tsx';
import { RelinkNote } from './relink-note.tsx';
import { StoreStep } from './store-step.tsx';

/** Linking a store, one step below the other: who it is, where it records, what happens next. */
export function Wizard({ unlinked }: { readonly unlinked: Output<'link.get'>['unlinked'] }): ReactNode {
  const { link } = useApp();
  const { check, preview, place } = useStore(link.store);
  const formerAddress = unlinked?.address;
  const formerPlan = unlinked?.plan;
  useEffect(() => {
    const { address, plan } = link.store.getState();
    if (address === '' && formerAddress !== undefined) link.changeAccess({ address: formerAddress });
    if (plan === '' && formerPlan !== undefined) link.store.setState({ plan: formerPlan });
  }, [link, formerAddress, formerPlan]);
  const isAgain = preview?.isSameStore === true;
  return (
    <>
      <p className={look.what}>{unlinked === null ? text.link.first : text.link.again(unlinked.storeName)}</p>
      {unlinked === null ? <PractiseFirst /> : null}
      <StoreStep />
      {check === null ? null : (
        <NextStep check={check} isAgain={isAgain}>
          {isAgain ? (
            <RelinkNote preview={preview} />
          ) : (
            <section className={look.part} aria-label={text.link.place.title}>
              <h3 className={look.heading}>{text.link.place.title}</h3>
              <PlaceFields
                wish={place}
                locations={check.locations}
                mayMakeNew
                onChange={(part) => {
                  link.linking.forget();
                  link.changePlace(part);
                }}
              />
            </section>
          )}
        </NextStep>
      )}
    </>
  );
}
