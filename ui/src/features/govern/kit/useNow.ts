import { useState } from 'react';

/** The moment at which a part of a page was first drawn, milliseconds since 1970; it stays, so that what is computed from it is kept. */
export function useNow(): number {
  const [now] = useState(() => Date.now());
  return now;
}
