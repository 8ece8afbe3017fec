import { useEffect, useState } from 'react';

/**
 * What `load` fetches, null until it is there. Unlike `lazy` it is drawn at once when it is needed later: what is typed
 * right after Ctrl+K would be lost while a Suspense boundary makes up its mind.
 */
export function useDeferred<Loaded>(load: () => Promise<Loaded>): Loaded | null {
  const [loaded, setLoaded] = useState<{ value: Loaded } | null>(null);
  useEffect(() => {
    // a file that cannot be fetched is said by the next page that needs one
    load().then(
      (value) => setLoaded({ value }),
      () => undefined,
    );
  }, [load]);
  return loaded?.value ?? null;
}
