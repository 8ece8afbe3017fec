import { Database, FlaskConical, MessagesSquare, Plug, TextQuote } from 'lucide-react';
import type { NavigationEntry } from './entry';

/** Calling models, by programs and by hand. */
export const RUN: readonly NavigationEntry[] = [
  { to: '/chat', label: 'Chat', icon: MessagesSquare, keys: 'g h' },
  { to: '/playground', label: 'Playground', icon: FlaskConical, keys: 'g l' },
  { to: '/prompts', label: 'Prompts', icon: TextQuote, keys: 'g o' },
  { to: '/datasets', label: 'Datasets', icon: Database, keys: 'g a' },
  { to: '/start', label: 'Connect', icon: Plug, keys: 'g c' },
];
