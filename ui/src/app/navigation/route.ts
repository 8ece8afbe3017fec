import type { NavigationEntry } from './entry';

/** Which models and providers there are, and which one answers. */
export const ROUTE: readonly NavigationEntry[] = [];
