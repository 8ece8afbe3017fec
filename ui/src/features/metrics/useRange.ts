import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { readRange, type TimeRange, writeRange } from './range';

/** The time that the address names. Zooming is a step that the back button undoes. */
export function useRange(): [TimeRange, (range: TimeRange) => void] {
  const [params, setParams] = useSearchParams();
  const range = useMemo(() => readRange(params), [params]);
  const setRange = useCallback(
    (next: TimeRange) => {
      setParams((before) => {
        writeRange(before, next);
        return before;
      });
    },
    [setParams],
  );
  return [range, setRange];
}
