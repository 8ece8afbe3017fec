import { Bell, Building2, ChartColumn, KeyRound, KeySquare, Landmark, ScrollText, Settings, ShieldCheck, Users, Wallet } from 'lucide-react';
import type { NavigationEntry } from './entry';

/** Who may do what, and for how much. */
export const GOVERN: readonly NavigationEntry[] = [
  { to: '/activity', label: 'Activity', icon: ChartColumn, keys: 'g y' },
  { to: '/keys', label: 'Keys', icon: KeyRound, keys: 'g k' },
  { to: '/credits', label: 'Credits', icon: Landmark },
  { to: '/budgets', label: 'Budgets', icon: Wallet, keys: 'g b' },
  { to: '/guardrails', label: 'Guardrails', icon: ShieldCheck },
  { to: '/workspaces', label: 'Workspaces', icon: Building2, keys: 'g w' },
  { to: '/organization', label: 'Members', icon: Users },
  { to: '/provider-keys', label: 'Provider keys', icon: KeySquare },
  { to: '/notifications', label: 'Notifications', icon: Bell },
  { to: '/audit', label: 'Audit log', icon: ScrollText },
  { to: '/settings', label: 'Settings', icon: Settings },
];
