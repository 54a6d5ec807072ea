import { type ReactNode, useState } from 'react';
import { useStore } from 'zustand';
import type { RecordNoun } from '../../../../contract/event.ts';
import type { BindingView } from '../../../../contract/link.ts';
import { ManagerForm } from '../../../components/manager-form.tsx';
import type { PlaceWish } from '../../../state/link-state.ts';
import { createManagerCommand } from '../../../state/manager-command.ts';
import type { OutletView } from '../../../state/shop.ts';
import { useApp } from '../../../state/use-app.ts';
import { useQuery } from '../../../state/use-query.ts';
import { text } from '../../../text.ts';
import look from '../section-page.module.css';
import styles from './link.module.css';
import { PlaceFields } from './place-fields.tsx';

const words = text.link.rebind;
const never: readonly RecordNoun[] = [];

const wishOf = (binding: BindingView | null, now: OutletView | undefined): PlaceWish => ({
  outletId: binding?.outletId ?? '',
  outletName: '',
  timeZone: now?.timeZone ?? '',
  currency: now?.currency ?? '',
  locale: now?.locale ?? '',
  registerId: binding?.registerId ?? '',
  registerName: text.link.place.usualRegister,
  locationId: binding?.locationId ?? '',
});

/** Where later orders are recorded; what is here stays where it is (R4, R7). */
export function Rebind({ binding }: { readonly binding: BindingView | null }): ReactNode {
  const { call, notices, link, shop } = useApp();
  const outlets = useStore(shop.outlets.store, ({ data }) => data?.rows) ?? [];
  // Where they are not told, the choice of a location is left as it is.
  const locations = useQuery('link.locations', {}, never).data?.rows ?? [];
  const [command] = useState(() => createManagerCommand(call));
  const [wish, setWish] = useState(() => wishOf(binding, shop.outlet()));
  const before = wishOf(binding, shop.outlet());
  const outlet = outlets.find(({ outletId }) => outletId === wish.outletId);
  const register = outlet?.registers.find(({ registerId }) => registerId === wish.registerId);
  const isSame =
    wish.outletId === before.outletId && wish.registerId === before.registerId && wish.locationId === before.locationId;
  const movesStock = wish.outletId !== before.outletId || wish.locationId !== before.locationId;
  const names = [outlet?.name ?? wish.outletName, register?.name ?? wish.registerName] as const;
  const change = (part: Partial<PlaceWish>): void => setWish((now) => ({ ...now, ...part }));
  const save = (): void =>
    void command.run(
      () => link.bind(wish, change),
      () => notices.say(words.done(...names)),
    );
  return (
    <section className={look.part} aria-label={words.title}>
      <h3 className={look.heading}>{words.title}</h3>
      <ManagerForm
        command={command}
        className={styles.typing}
        label={words.commit}
        busy={words.busy}
        hindrance={isSame ? words.same : names.some((name) => name.trim() === '') ? text.link.place.incomplete : null}
        onSubmit={save}
      >
        <PlaceFields
          wish={wish}
          locations={locations}
          mayMakeNew
          onChange={(part) => {
            command.forget();
            change(part);
          }}
        />
        {isSame ? null : (
          <ul className={styles.sentences}>
            <li>{words.later(...names)}</li>
            {movesStock ? <li>{words.stock(names[0])}</li> : null}
          </ul>
        )}
      </ManagerForm>
    </section>
  );
}
