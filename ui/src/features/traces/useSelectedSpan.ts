import { useCallback, useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';

/** Browsers refuse more than a hundred address changes in half a minute; a held-down arrow key makes them in three seconds. */
const WRITE_MS = 150;

interface SelectedSpan {
  selectedId: string | null;
  select: (spanId: string) => void;
}

/** The span that is read: at once for the page, a moment later in the address. */
export function useSelectedSpan(): SelectedSpan {
  const [params, setParams] = useSearchParams();
  const linked = params.get('span');
  const [selectedId, setSelectedId] = useState(linked);
  const [seen, setSeen] = useState(linked);
  const [written, setWritten] = useState(linked);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  // back, forward or a link: the address is followed, unless it only says what was selected here
  if (linked !== seen) {
    setSeen(linked);
    if (linked !== written) {
      setSelectedId(linked);
      setWritten(linked);
    }
  }

  useEffect(() => () => clearTimeout(timer.current), []);

  const select = useCallback(
    (spanId: string) => {
      setSelectedId(spanId);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        setWritten(spanId);
        setParams(
          (before) => {
            before.set('span', spanId);
            return before;
          },
          { replace: true },
        );
      }, WRITE_MS);
    },
    [setParams],
  );

  return { selectedId, select };
}
