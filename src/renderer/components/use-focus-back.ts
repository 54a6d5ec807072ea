import { type RefObject, useEffect, useRef } from 'react';

/** For the button in whose place something else stood: it has the focus again, unless that went elsewhere meanwhile. */
export const useFocusBack = (isAway: boolean): RefObject<HTMLButtonElement | null> => {
  const button = useRef<HTMLButtonElement>(null);
  const wasAway = useRef(isAway);
  useEffect(() => {
    if (wasAway.current && !isAway && document.activeElement === document.body) button.current?.focus();
    wasAway.current = isAway;
  }, [isAway]);
  return button;
};
