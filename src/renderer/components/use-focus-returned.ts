import { useEffect, useState } from 'react';

/**
 * For what opens beside the control that opened it and takes the focus: once it is gone, the focus is where it came
 * from. `otherwise` gives it a place where it came from nowhere, or from what is gone as well.
 */
export const useFocusReturned = (otherwise: () => void): void => {
  const [from] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (document.activeElement !== document.body) return;
      if (from instanceof HTMLElement && from !== document.body && from.isConnected)
        from.focus({ preventScroll: true });
      else otherwise();
    },
    [from, otherwise],
  );
};
