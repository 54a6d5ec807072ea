import { startTransition, useEffect, useState } from 'react';
import type { StoreApi } from 'zustand/vanilla';

/**
 * What a store says, drawn when there is time: a key that is pressed meanwhile is answered first. `choose` has to be the
 * same function each time.
 */
export const useStoreLater = <S, T>(store: StoreApi<S>, choose: (state: S) => T): T => {
  const [chosen, setChosen] = useState(() => choose(store.getState()));
  useEffect(() => {
    const look = (): void => startTransition(() => setChosen(() => choose(store.getState())));
    look();
    return store.subscribe(look);
  }, [store, choose]);
  return chosen;
};
