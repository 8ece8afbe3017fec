import { ListTree } from 'lucide-react';
import type { NavigationEntry } from './entry';

/** What happened: traces and what is counted from them. */
export const OBSERVE: readonly NavigationEntry[] = [{ to: '/traces', label: 'Traces', icon: ListTree, keys: 'g t' }];
