import { useCallback } from 'react';
import { useStore } from 'zustand';
import { useApp } from './use-app.ts';

/** The time zone of the outlet that the link records on. */
export const useTimeZone = (): string => {
  const { shop } = useApp();
  useStore(shop.outlets.store);
  useStore(shop.link.store);
  return shop.timeZone();
};

/** The currency of the outlet that the link records on; undefined while there is none. */
export const useCurrency = (): string | undefined => {
  const { shop } = useApp();
  useStore(shop.outlets.store);
  useStore(shop.link.store);
  return shop.outlet()?.currency;
};

/** The names of an outlet and a register; the ids where they are not known. */
export const usePlaceName = (): ((outletId: string, registerId: string) => string) => {
  const { shop } = useApp();
  const { data } = useStore(shop.outlets.store);
  return (outletId, registerId) => {
    const outlet = data?.rows.find((each) => each.outletId === outletId);
    const register = outlet?.registers.find((each) => each.registerId === registerId);
    return `${outlet?.name ?? outletId} · ${register?.name ?? registerId}`;
  };
};

/** The name of an outlet that is not the one the link records on; null for that one, and while there is none (R85). */
export const useOtherOutlet = (): ((outletId: string) => string | null) => {
  const { shop } = useApp();
  const outlets = useStore(shop.outlets.store, ({ data }) => data?.rows);
  const bound = useStore(shop.link.store, ({ data }) => data?.binding?.outletId);
  return useCallback(
    (outletId) =>
      bound === undefined || outletId === bound
        ? null
        : (outlets?.find((outlet) => outlet.outletId === outletId)?.name ?? outletId),
    [outlets, bound],
  );
};
