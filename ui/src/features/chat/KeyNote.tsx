import { KeyRound, LogOut } from 'lucide-react';
import { formatRelative, formatUsd } from '../../app/format';
import { IconButton } from '../../components/IconButton';
import { type InferenceKey, keepInferenceKey } from './inferenceKey';

/** Which key calls are made with, and the way to forget it. */
export function KeyNote({ inferenceKey }: { inferenceKey: InferenceKey }) {
  const { limit, expiresAt } = inferenceKey;
  return (
    <span className="flex items-center gap-1.5 text-xs text-subtle">
      <KeyRound size={12} aria-hidden />
      <span className="truncate">
        {limit === null ? 'your key' : `key of this tab, ${formatUsd(limit)}`}
        {expiresAt !== null && `, ends ${formatRelative(expiresAt, Date.now())}`}
      </span>
      <IconButton size="sm" label="Forget the key" icon={<LogOut size={12} aria-hidden />} onClick={() => keepInferenceKey(null)} />
    </span>
  );
}
