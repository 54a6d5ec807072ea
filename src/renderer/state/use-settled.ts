import { useEffect, useState } from 'react';

/** A value once it has been the same for `restMs`: of what is typed, what somebody stopped at. */
export const useSettled = <T>(value: T, restMs: number): T => {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), restMs);
    return () => clearTimeout(timer);
  }, [value, restMs]);
  return settled;
};

/** How long a search has to stand before what goes beyond its rows is asked for: counts, totals, days. */
export const searchRestMs = 200;
