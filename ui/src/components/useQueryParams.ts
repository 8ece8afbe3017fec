import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** The query string as what a page shows. Empty values are left out of the address. */
export function useQueryParams(): [URLSearchParams, (changes: Record<string, string | readonly string[] | null>, options?: { replace?: boolean }) => void] {
  const [params, setParams] = useSearchParams();
  const change = useCallback(
    (changes: Record<string, string | readonly string[] | null>, options: { replace?: boolean } = {}) =>
      setParams(() => {
        // not what was there when this was drawn: a change that comes right after another keeps that one
        const next = new URLSearchParams(window.location.search);
        for (const [name, value] of Object.entries(changes)) {
          next.delete(name);
          for (const one of typeof value === 'string' ? [value] : (value ?? [])) if (one !== '') next.append(name, one);
        }
        return next;
      }, options),
    [setParams],
  );
  return [params, change];
}
