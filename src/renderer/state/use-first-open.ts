import { useEffect } from 'react';
import { useLocation } from 'wouter';
import type { Selection } from './selection.ts';
import { useIsWide } from './use-media.ts';

/**
 * Opens the record that the address names, and then takes it out of the address: from there on the keys move the
 * selection. Where nothing is named or open, a detail that stands beside the list begins with the first row.
 */
export const useFirstOpen = (
  selection: Selection,
  path: string,
  linkedId: string | undefined,
  firstKey: string | null,
): void => {
  const isWide = useIsWide();
  const [, navigate] = useLocation();

  useEffect(() => {
    if (linkedId === undefined) return;
    selection.open(decodeURIComponent(linkedId));
    navigate(path, { replace: true });
  }, [linkedId, selection, navigate, path]);

  useEffect(() => {
    const { open } = selection.store.getState();
    if (isWide && linkedId === undefined && open === null && firstKey !== null) selection.open(firstKey);
  }, [isWide, linkedId, firstKey, selection]);
};
