import { createContext, useContext } from 'react';

/** The same value as prose (JSON as a tree), exactly as it is, or as JSON. */
export const VIEW_MODES = ['markdown', 'text', 'json'] as const;
export type ViewMode = (typeof VIEW_MODES)[number];

export const VIEW_MODE_NAMES: Record<ViewMode, string> = { markdown: 'Markdown', text: 'Text', json: 'JSON' };

export function readViewMode(value: string | null): ViewMode | null {
  return VIEW_MODES.find((mode) => mode === value) ?? null;
}

export function nextViewMode(mode: ViewMode): ViewMode {
  return VIEW_MODES[(VIEW_MODES.indexOf(mode) + 1) % VIEW_MODES.length] ?? 'markdown';
}

/** What the values of one span share: how they are shown, and how to get those that were cut. */
export interface ValueScope {
  mode: ViewMode;
  /** Asks for the whole span; everything cut is whole then. */
  showAll: () => void;
  isLoadingAll: boolean;
}

export const ValueScopeContext = createContext<ValueScope>({ mode: 'markdown', showAll: () => undefined, isLoadingAll: false });

export function useValueScope(): ValueScope {
  return useContext(ValueScopeContext);
}
