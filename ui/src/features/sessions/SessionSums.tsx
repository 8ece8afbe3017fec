import { formatCount } from '../../app/format';
import { Money } from '../../components/Money';
import { Skeleton } from '../../components/Skeleton';
import type { MetricsSums } from '../metrics/metricsSeries';

interface SessionSumsProps {
  /** Undefined while they load, null when they could not be had. */
  sums: MetricsSums | null | undefined;
  what: 'cost' | 'calls' | 'errors';
}

/** A number of a session. */
export function SessionSums({ sums, what }: SessionSumsProps) {
  if (sums === undefined) return <Skeleton className="ml-auto w-10" />;
  if (sums === null) return <span className="text-subtle">—</span>;
  if (what === 'cost') return <Money usd={sums.cost} />;
  if (what === 'calls') return <span className="tabular">{formatCount(sums.calls)}</span>;
  return <span className={sums.errors > 0 ? 'tabular text-danger' : 'tabular text-subtle'}>{formatCount(sums.errors)}</span>;
}
