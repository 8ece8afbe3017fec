import { ChartSpline, FolderTree, ListTree, MessagesSquare, Rows3, Users } from 'lucide-react';
import type { NavigationEntry } from './entry';

/** What happened: traces and what is counted from them. */
export const OBSERVE: readonly NavigationEntry[] = [
  { to: '/traces', label: 'Traces', icon: ListTree, keys: 'g t' },
  { to: '/spans', label: 'Spans', icon: Rows3, keys: 'g s' },
  { to: '/sessions', label: 'Sessions', icon: MessagesSquare, keys: 'g e' },
  { to: '/users', label: 'Users', icon: Users, keys: 'g u' },
  { to: '/observe/metrics', label: 'Metrics', icon: ChartSpline, keys: 'g n' },
  { to: '/projects', label: 'Projects', icon: FolderTree, keys: 'g j' },
];
