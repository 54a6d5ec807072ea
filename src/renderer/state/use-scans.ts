import { useEffect } from 'react';
import { useApp } from './use-app.ts';

/** Hears of every scan while the component is there. `onScan` has to be the same function until it changes. */
export const useScans = (onScan: (code: string) => void): void => {
  const { scanner } = useApp();
  useEffect(() => scanner.on(onScan), [scanner, onScan]);
};
