import { useCallback, useSyncExternalStore } from 'react';
import { formatDateTime, formatRelative } from '../app/format';

// one clock for all; a component is drawn again only when its own text changes
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const each of listeners) each();
  }, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** How long ago, kept true; its title is the absolute time. */
export function RelativeTime({ value, className }: { value: string; className?: string }) {
  const text = useSyncExternalStore(
    subscribe,
    useCallback(() => formatRelative(value, Date.now()), [value]),
  );
  return (
    <time dateTime={value} title={formatDateTime(value)} className={className}>
      {text}
    </time>
  );
}
