import type { LucideIcon } from 'lucide-react';

export interface NavigationEntry {
  to: string;
  label: string;
  icon: LucideIcon;
  /** Two keys, the first "g"; no two entries have the same. */
  keys?: string;
}
