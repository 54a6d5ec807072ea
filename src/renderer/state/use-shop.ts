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
