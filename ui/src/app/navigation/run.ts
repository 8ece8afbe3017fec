import { Plug } from 'lucide-react';
import type { NavigationEntry } from './entry';

/** Calling models, by programs and by hand. */
export const RUN: readonly NavigationEntry[] = [{ to: '/start', label: 'Connect', icon: Plug, keys: 'g c' }];
