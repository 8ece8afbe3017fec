import { useSyncExternalStore } from 'react';

/** A list as somebody wants to come back to it. */
export interface SavedView {
  name: string;
  /** The query string of its page, with its question mark; empty for everything. */
  search: string;
}

/** Views of one page; a name is short enough for a menu. */
export const MAX_VIEWS = 50;
export const MAX_NAME = 60;

type Area = 'traces' | 'spans';

const listeners = new Set<() => void>();
// what useSyncExternalStore compares must be the same until it changes
const kept = new Map<string, { text: string | null; views: readonly SavedView[] }>();

function keyOf(area: Area): string {
  return `weir.views.${area}`;
}

function textOf(area: Area): string | null {
  try {
    return localStorage.getItem(keyOf(area));
  } catch {
    return null;
  }
}

function viewsOf(area: Area): readonly SavedView[] {
  const text = textOf(area);
  const known = kept.get(area);
  if (known && known.text === text) return known.views;
  const views = parseViews(text);
  kept.set(area, { text, views });
  return views;
}

/** What was stored, as far as it is what it should be. */
export function parseViews(text: string | null): readonly SavedView[] {
  if (text === null) return [];
  try {
    const stored: unknown = JSON.parse(text);
    return Array.isArray(stored) ? stored.filter(isView).slice(0, MAX_VIEWS) : [];
  } catch {
    return [];
  }
}

function isView(value: unknown): value is SavedView {
  if (typeof value !== 'object' || value === null) return false;
  const { name, search } = value as Partial<SavedView>;
  return typeof name === 'string' && typeof search === 'string' && (search === '' || search.startsWith('?'));
}

function write(area: Area, views: readonly SavedView[]): void {
  try {
    localStorage.setItem(keyOf(area), JSON.stringify(views));
  } catch {
    // storage is blocked: nothing is kept, and the menu goes on showing so
  }
  for (const listener of listeners) listener();
}

/** Keeps a view; one of that name is replaced. */
export function saveView(area: Area, view: SavedView): void {
  const others = viewsOf(area).filter(({ name }) => name !== view.name);
  write(area, [...others, view].slice(-MAX_VIEWS));
}

export function deleteView(area: Area, name: string): void {
  write(
    area,
    viewsOf(area).filter((view) => view.name !== name),
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  // another tab of this browser
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

/** The views of a page that this browser keeps. */
export function useSavedViews(area: Area): readonly SavedView[] {
  return useSyncExternalStore(subscribe, () => viewsOf(area));
}
