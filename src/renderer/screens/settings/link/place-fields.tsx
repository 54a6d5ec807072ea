import { type ReactNode, useId } from 'react';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import type { StoreCheckView } from '../../../../contract/link.ts';
import buttons from '../../../components/button.module.css';
import field from '../../../components/field.module.css';
import { LocaleField } from '../../../components/locale-field.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { localeSample } from '../../../format/locale-sample.ts';
import type { PlaceWish } from '../../../state/link-state.ts';
import { useApp } from '../../../state/use-app.ts';
import { text } from '../../../text.ts';
import look from '../section-page.module.css';

const words = text.link.place;

interface PlaceFieldsProps {
  readonly wish: PlaceWish;
  readonly locations: StoreCheckView['locations'];
  readonly mayMakeNew: boolean;
  readonly onChange: (part: Partial<PlaceWish>) => void;
}

/** Outlet, one of its registers (R4), and the place for stock in BigCommerce. */
export function PlaceFields({ wish, locations, mayMakeNew, onChange }: PlaceFieldsProps): ReactNode {
  const { shop } = useApp();
  const outlets = useStore(shop.outlets.store, ({ data }) => data?.rows) ?? [];
  const id = useId();
  const outlet = outlets.find(({ outletId }) => outletId === wish.outletId);
  const chooseOutlet = (outletId: string): void => {
    const registers = outlets.find((each) => each.outletId === outletId)?.registers ?? [];
    onChange({ outletId, registerId: registers[0]?.registerId ?? '' });
  };
  return (
    <div className={look.form}>
      <label htmlFor={`${id}-outlet`}>{words.outlet}</label>
      <select
        id={`${id}-outlet`}
        className={field.field}
        value={wish.outletId}
        onChange={({ target }) => chooseOutlet(target.value)}
      >
        {mayMakeNew ? <option value="">{words.newOutlet}</option> : null}
        {outlets.map(({ outletId, name }) => (
          <option key={outletId} value={outletId}>
            {name}
          </option>
        ))}
      </select>
      {wish.outletId === '' ? (
        <>
          <TextField
            label={words.outletName}
            maxLength={100}
            value={wish.outletName}
            onChange={(outletName) => onChange({ outletName })}
          />
          <TextField
            label={words.timeZone}
            maxLength={100}
            value={wish.timeZone}
            onChange={(timeZone) => onChange({ timeZone })}
          />
          <TextField
            label={words.currency}
            maxLength={100}
            value={wish.currency}
            onChange={(currency) => onChange({ currency: currency.toUpperCase() })}
          />
          <LocaleField value={wish.locale} currency={wish.currency} onChange={(locale) => onChange({ locale })} />
        </>
      ) : null}
      {outlet === undefined ? null : (
        <>
          <span>{text.outlet.locale}</span>
          <span className={look.value}>
            {localeSample(outlet.locale, outlet.currency)}
            <Link href="/settings/outlets" className={buttons.button}>
              {text.outlet.change}
            </Link>
          </span>
        </>
      )}
      <label htmlFor={`${id}-register`}>{words.register}</label>
      <select
        id={`${id}-register`}
        className={field.field}
        value={wish.registerId}
        onChange={({ target }) => onChange({ registerId: target.value })}
      >
        {mayMakeNew || outlet?.registers.length === 0 ? <option value="">{words.newRegister}</option> : null}
        {(outlet?.registers ?? []).map(({ registerId, name }) => (
          <option key={registerId} value={registerId}>
            {name}
          </option>
        ))}
      </select>
      {wish.registerId === '' ? (
        <TextField
          label={words.registerName}
          maxLength={100}
          value={wish.registerName}
          onChange={(registerName) => onChange({ registerName })}
        />
      ) : null}
      {locations.length < 2 ? null : (
        <>
          <label htmlFor={`${id}-location`}>{words.location}</label>
          <select
            id={`${id}-location`}
            className={field.field}
            value={wish.locationId}
            onChange={({ target }) => onChange({ locationId: target.value })}
          >
            <option value="">{words.usualLocation}</option>
            {locations.map(({ locationId, label, enabled }) => (
              <option key={locationId} value={locationId}>
                {enabled ? label : words.closed(label)}
              </option>
            ))}
          </select>
        </>
      )}
    </div>
  );
}
