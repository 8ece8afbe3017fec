/** What the API said about a filter, and at which character. */
export interface FilterError {
  message: string;
  /** From 0; null when it is about the whole. */
  at: number | null;
}

const PLACE = /^filter, character (\d+): /;

/** Reads "filter, character 12: there is no field 'latency'…"; null when the refusal is about something else. */
export function filterError(message: string): FilterError | null {
  const place = PLACE.exec(message);
  if (place) return { message: message.slice(place[0].length), at: Number(place[1]) - 1 };
  return message.startsWith('filter') ? { message, at: null } : null;
}
