import { ListTree, type LucideIcon, Plug } from 'lucide-react';

interface NavigationEntry {
  to: string;
  label: string;
  icon: LucideIcon;
  keys: string;
}

/** The areas of the console, in the order of the rail. */
export const NAVIGATION: readonly NavigationEntry[] = [
  { to: '/traces', label: 'Traces', icon: ListTree, keys: 'g t' },
  { to: '/start', label: 'Connect', icon: Plug, keys: 'g c' },
];
