import { api } from '../../../api/client';

/** The most that one answer of a management list has. */
const PAGE = 100;
/** So many pages are read; a list that is longer is cut, and its page says so. */
const MOST_PAGES = 20;

/** Reads a list of the management API to its end, page by page. */
export async function readAll<T>(path: string, signal: AbortSignal, hasLimit = true): Promise<T[]> {
  const all: T[] = [];
  for (let page = 0; page < MOST_PAGES; page++) {
    const separator = path.includes('?') ? '&' : '?';
    const { data } = await api<{ data: T[] }>(`${path}${separator}offset=${page * PAGE}${hasLimit ? `&limit=${PAGE}` : ''}`, { signal });
    all.push(...data);
    if (data.length < PAGE) break;
  }
  return all;
}
