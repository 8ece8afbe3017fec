import type { ReactNode } from 'react';
import type { MetricsPoint, MetricsResponse } from '../../api/contract';
import { formatCompact, formatCount, formatDuration, formatShare, formatUsd } from '../../app/format';
import { Sparkline } from '../../components/charts/Sparkline';
import { Skeleton } from '../../components/Skeleton';
import { cacheShare, sumsOf, timesOf } from './metricsSeries';

interface Tile {
  label: string;
  value: string;
  title?: string;
  aside?: ReactNode;
  of: (point: MetricsPoint) => number | null;
  color?: string;
}

/** What a time comes to in six numbers, each with how it went. */
export function MetricTiles({ answer }: { answer: MetricsResponse | undefined }) {
  if (!answer) {
    return (
      <div className={GRID} role="status" aria-label="Loading the sums">
        {['a', 'b', 'c', 'd', 'e', 'f'].map((name) => (
          <div key={name} className="bg-surface px-4 py-3">
            <Skeleton className="w-16" />
            <Skeleton className="mt-3 h-5 w-24" />
            <Skeleton className="mt-3 h-5 w-full" />
          </div>
        ))}
      </div>
    );
  }
  const { times } = timesOf(answer);
  const byTime = new Map(answer.data.map((point) => [Date.parse(point.start), point]));
  return (
    <dl className={GRID}>
      {tilesOf(answer).map(({ label, value, title, aside, of, color }) => (
        <div key={label} className="flex min-w-0 flex-col bg-surface px-4 py-3">
          <dt className="text-xs text-muted">{label}</dt>
          <dd className="tabular mt-0.5 truncate text-xl font-semibold" title={title}>
            {value}
          </dd>
          <dd className="tabular h-4.5 truncate text-xs text-subtle">{aside}</dd>
          <dd aria-hidden className="mt-1.5 w-full overflow-hidden">
            <Sparkline
              label={`${label} over the time`}
              width={160}
              values={times.map((time) => {
                const point = byTime.get(time);
                return point ? of(point) : null;
              })}
              {...(color ? { color } : {})}
              className="w-full"
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}

const GRID = 'grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line sm:grid-cols-3 xl:grid-cols-6';

function tilesOf(answer: MetricsResponse): Tile[] {
  const sums = sumsOf(answer.data);
  const cached = sums.promptTokens === 0 ? '—' : formatShare(sums.cacheReadTokens / sums.promptTokens);
  const slowest = answer.data.reduce((most, { latency_p99_ms: p99 }) => Math.max(most, p99 ?? 0), 0);
  const latest = answer.data.findLast(({ latency_p50_ms: half }) => half !== null)?.latency_p50_ms ?? null;
  return [
    { label: 'Cost', value: formatUsd(sums.cost), aside: sums.calls > 0 && `${formatUsd(sums.cost / sums.calls)} a call`, of: (point) => point.cost },
    { label: 'Calls', value: formatCompact(sums.calls), title: formatCount(sums.calls), aside: `${formatCompact(sums.spans)} spans`, of: (point) => point.call_count, color: 'var(--color-series-1)' },
    { label: 'Tokens', value: formatCompact(sums.totalTokens), title: formatCount(sums.totalTokens), aside: `${formatCompact(sums.promptTokens)} in, ${formatCompact(sums.completionTokens)} out`, of: (point) => point.total_tokens, color: 'var(--color-series-1)' },
    { label: 'Failed spans', value: formatCompact(sums.errors), title: formatCount(sums.errors), aside: sums.spans > 0 && formatShare(sums.errors / sums.spans), of: (point) => point.error_count, color: 'var(--color-danger)' },
    { label: 'Latest median latency', value: latest === null ? '—' : formatDuration(latest * 1000), aside: slowest > 0 && `p99 at worst ${formatDuration(slowest * 1000)}`, of: (point) => point.latency_p50_ms, color: 'var(--color-series-3)' },
    { label: 'From cache', value: cached, aside: 'of prompt tokens', of: cacheShare, color: 'var(--color-series-4)' },
  ];
}
