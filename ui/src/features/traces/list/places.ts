import type { ListPlace } from '../../lists/RecordList';
import type { TraceFilter } from '../queries';

const START: ListPlace = { offset: 0, selectedId: null };
/** Filters whose places are kept. */
const MAX_PLACES = 20;
const places = new Map<string, ListPlace>();
let lastSearch = '';

function keyOf({ project, onlyErrors, text }: TraceFilter): string {
  return JSON.stringify([project, onlyErrors, text]);
}

/** Where the reader was in a list, so that coming back from a trace is coming back to its row. */
export function placeIn(filter: TraceFilter): ListPlace {
  return places.get(keyOf(filter)) ?? START;
}

export function keepPlace(filter: TraceFilter, change: Partial<ListPlace>): void {
  const key = keyOf(filter);
  const place = { ...(places.get(key) ?? START), ...change };
  places.delete(key);
  places.set(key, place);
  const oldest = places.keys().next().value;
  if (places.size > MAX_PLACES && oldest !== undefined) places.delete(oldest);
}

/** The address of the list as it was left, filters included. */
export function listAddress(): string {
  return `/traces${lastSearch}`;
}

export function keepListSearch(search: string): void {
  lastSearch = search;
}
