import type { NavigationEntry } from './navigation/entry';
import { GOVERN } from './navigation/govern';
import { OBSERVE } from './navigation/observe';
import { ROUTE } from './navigation/route';
import { RUN } from './navigation/run';

interface NavigationGroup {
  label: string;
  entries: readonly NavigationEntry[];
}

const GROUPS: readonly NavigationGroup[] = [
  { label: 'Observe', entries: OBSERVE },
  { label: 'Run', entries: RUN },
  { label: 'Route', entries: ROUTE },
  { label: 'Govern', entries: GOVERN },
];

/** The areas of the console, in the order of the rail. */
export const NAVIGATION_GROUPS = GROUPS.filter(({ entries }) => entries.length > 0);

export const NAVIGATION = NAVIGATION_GROUPS.flatMap(({ entries }) => entries);
