import { startTransition, useEffect, useState } from 'react';
import { afterPaint } from './after-paint.ts';

/** A value a frame behind, for what may come after the answer to a key; undefined in the first frame. */
export const useDrawnLater = <T>(value: T): T | undefined => {
  const [drawn, setDrawn] = useState<T>();
  useEffect(() => afterPaint(() => startTransition(() => setDrawn(() => value))), [value]);
  return drawn;
};
