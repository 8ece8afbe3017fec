import type { TraceSummary } from '../../../api/contract';
import { Badge } from '../../../components/Badge';
import { formatCount } from '../../../app/format';

/** Spans that failed inside a call that worked: a retry, a fallback, a tool. */
export function FailedAttempts({ trace }: { trace: TraceSummary }) {
  if (trace.error_count === 0 || trace.status === 'ERROR') return null;
  return (
    <Badge tone="warning" className="shrink-0" title={`${formatCount(trace.error_count)} of its spans failed; the whole worked`}>
      {formatCount(trace.error_count)} failed
    </Badge>
  );
}
