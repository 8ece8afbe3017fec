import type { NavigationEntry } from './entry';

/** Who may do what, and for how much. */
export const GOVERN: readonly NavigationEntry[] = [];
