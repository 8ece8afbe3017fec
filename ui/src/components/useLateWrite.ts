import { useCallback, useEffect, useRef } from 'react';
import { useNavigation } from 'react-router';

/**
 * Changes the address a moment later, the last change alone. Browsers refuse more than a hundred changes in half a minute, which typing or a held-down key makes in three seconds.
 * Nothing is written once the reader is on the way to another page: it would take the place of that way, or be written into that page's address.
 */
export function useLateWrite(afterMs: number): (change: () => void) => void {
  const { state } = useNavigation();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const drop = useCallback(() => clearTimeout(timer.current), []);
  useEffect(() => drop, [drop]);
  useEffect(() => {
    if (state !== 'idle') drop();
  }, [state, drop]);
  return useCallback(
    (change: () => void) => {
      drop();
      const from = window.location.pathname;
      timer.current = setTimeout(() => {
        // the address is the next page's before that page is drawn
        if (window.location.pathname === from) change();
      }, afterMs);
    },
    [afterMs, drop],
  );
}
