import { KeyRound, LogOut } from 'lucide-react';
import { formatUsd } from '../../app/format';
import { IconButton } from '../../components/IconButton';
import { type InferenceKey, keepInferenceKey } from './inferenceKey';

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

function formatClock(at: string): string {
  return clock.format(new Date(at));
}

/** Which key calls are made with, and the way to forget it. */
export function KeyNote({ inferenceKey }: { inferenceKey: InferenceKey }) {
  const { limit, expiresAt } = inferenceKey;
  return (
    <span className="flex items-center gap-1.5 text-xs text-subtle">
      <KeyRound size={12} aria-hidden />
      <span className="truncate">
        {limit === null ? 'your key' : `key of this tab, ${formatUsd(limit)}`}
        {expiresAt !== null && `, until ${formatClock(expiresAt)}`}
      </span>
      <IconButton size="sm" label="Forget the key" icon={<LogOut size={12} aria-hidden />} onClick={() => keepInferenceKey(null)} />
    </span>
  );
}
