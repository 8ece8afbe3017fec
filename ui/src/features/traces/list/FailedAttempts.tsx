import { TriangleAlert } from 'lucide-react';
import type { TraceSummary } from '../../../api/contract';
import { Badge } from '../../../components/Badge';
import { formatCount } from '../../../app/format';

/** Spans that failed inside a call that worked: a retry, a fallback, a tool. */
export function FailedAttempts({ trace, isShort = false }: { trace: TraceSummary; isShort?: boolean }) {
  if (trace.error_count === 0 || trace.status === 'ERROR') return null;
  return (
    <Badge
      tone="warning"
      className="shrink-0"
      icon={<TriangleAlert size={11} aria-hidden />}
      title={`${formatCount(trace.error_count)} of its spans failed; the whole worked`}
    >
      {formatCount(trace.error_count)}
      <span className={isShort ? 'sr-only' : undefined}> failed</span>
    </Badge>
  );
}
