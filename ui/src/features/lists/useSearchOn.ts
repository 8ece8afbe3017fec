import { useEffect, useState } from 'react';

/** Pages without a row that are asked for one after the other, a quarter of a second each, before somebody has to ask for more. */
const PAGES = 40;

interface SearchOnOptions {
  isEmpty: boolean;
  hasMore: boolean;
  /** How many pages are there. */
  pages: number;
  onMore: () => void;
}

/** A search answers with what it found so far, perhaps nothing: this goes on until there is a row, or for some seconds. */
export function useSearchOn({ isEmpty, hasMore, pages, onMore }: SearchOnOptions) {
  const [limit, setLimit] = useState(PAGES);
  const isOn = isEmpty && hasMore;
  const isPaused = isOn && pages >= limit;
  useEffect(() => {
    if (isOn && !isPaused) onMore();
  }, [isOn, isPaused, pages, onMore]);
  return { isOn, isPaused, goOn: () => setLimit(pages + PAGES) };
}
