import { Boxes, ChartNoAxesColumn, Route, Server } from 'lucide-react';
import type { NavigationEntry } from './entry';

/** Which models and providers there are, and which one answers. */
export const ROUTE: readonly NavigationEntry[] = [
  { to: '/models', label: 'Models', icon: Boxes, keys: 'g m' },
  { to: '/rankings', label: 'Rankings', icon: ChartNoAxesColumn, keys: 'g r' },
  { to: '/providers', label: 'Providers', icon: Server, keys: 'g p' },
  { to: '/route', label: 'Dry run', icon: Route, keys: 'g d' },
];
