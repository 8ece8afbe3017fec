import { useCallback, useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { MetricsPoint, MetricsResponse } from '../../api/contract';
import { formatCompact, formatCount, formatDuration, formatShare, formatUsd } from '../../app/format';
import type { ChartForm, TimeSeries } from '../../components/charts/chartTypes';
import { TimeChart } from '../../components/charts/TimeChart';
import { shortModel } from '../../components/modelName';
import { cacheShare, groupedSeries, groupOf, type Measure, seriesOf } from './metricsSeries';
import type { GroupBy } from './queries';
import { rowsBehind } from './rowsBehind';

interface MetricChartsProps {
  /** Numbers of the whole. */
  whole: MetricsResponse | undefined;
  /** The same by group; the whole again when nothing is told apart. */
  grouped: MetricsResponse | undefined;
  groupBy: GroupBy | null;
  project: string | null;
  labelOf: (group: string | null, isRest: boolean) => string;
  error: Error | null;
  onRetry: () => void;
  onRange: (from: number, to: number) => void;
}

interface Chart {
  title: string;
  form: ChartForm;
  data: TimeSeries | undefined;
  format: (value: number) => string;
  formatTick: (value: number) => string;
  onlyErrors?: boolean;
  empty?: string;
}

const milliseconds = (value: number): string => formatDuration(value * 1000);
const counted = (of: (point: MetricsPoint) => number): Measure => ({ of, isCounted: true });
const measured = (of: (point: MetricsPoint) => number | null): Measure => ({ of, isCounted: false });

/** Cost, calls, tokens, latency, failures and the cache over time. A span of time that is selected is zoomed into; a point leads to its rows. */
export function MetricCharts({ whole, grouped, groupBy, project, labelOf, error, onRetry, onRange }: MetricChartsProps) {
  const navigate = useNavigate();
  const charts = useMemo(() => chartsOf(whole, grouped, groupBy, labelOf), [whole, grouped, groupBy, labelOf]);
  const pick = useCallback(
    (chart: Chart, time: number, seriesId: string | null) => {
      const group = seriesId === null ? undefined : groupOf(seriesId);
      void navigate(rowsBehind({ from: time, to: time + (chart.data?.step ?? 0), project, groupBy, group, onlyErrors: chart.onlyErrors ?? false }));
    },
    [navigate, project, groupBy],
  );
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      {charts.map((chart) => (
        <section key={chart.title} className="min-w-0 rounded-lg border border-line bg-surface px-4 pt-3 pb-2">
          <TimeChart
            label={chart.title}
            heading={<h2 className="font-semibold">{chart.title}</h2>}
            data={chart.data}
            form={chart.form}
            format={chart.format}
            formatTick={chart.formatTick}
            error={error}
            onRetry={onRetry}
            empty={chart.empty}
            onRange={onRange}
            onPick={(time, seriesId) => pick(chart, time, seriesId)}
          />
        </section>
      ))}
    </div>
  );
}

function chartsOf(whole: MetricsResponse | undefined, grouped: MetricsResponse | undefined, groupBy: GroupBy | null, labelOf: (group: string | null, isRest: boolean) => string): Chart[] {
  // the author of a model is in the ranking below
  const shortOf = groupBy === 'model' ? (group: string | null, isRest: boolean) => shortModel(labelOf(group, isRest)) : labelOf;
  const by = (measure: Measure): TimeSeries | undefined => grouped && groupedSeries(grouped, measure, shortOf);
  const failed = counted((point) => point.error_count);
  return [
    { title: 'Cost', form: 'bars', data: by(counted((point) => point.cost)), format: formatUsd, formatTick: formatUsd, empty: 'No call of this time had a cost.' },
    { title: 'Calls', form: 'bars', data: by(counted((point) => point.call_count)), format: formatCount, formatTick: formatCompact },
    {
      title: 'Tokens',
      form: 'bars',
      data:
        groupBy === null
          ? whole &&
            seriesOf(whole, [
              { id: 'prompt', label: 'in', ...counted((point) => point.prompt_tokens) },
              { id: 'completion', label: 'out', ...counted((point) => point.completion_tokens) },
            ])
          : by(counted((point) => point.total_tokens)),
      format: formatCount,
      formatTick: formatCompact,
    },
    {
      title: groupBy === null ? 'Latency' : 'Latency, 90th percentile',
      form: 'lines',
      data:
        groupBy === null
          ? whole &&
            seriesOf(whole, [
              { id: 'p50', label: 'p50', ...measured((point) => point.latency_p50_ms) },
              { id: 'p90', label: 'p90', ...measured((point) => point.latency_p90_ms) },
              { id: 'p99', label: 'p99', ...measured((point) => point.latency_p99_ms) },
            ])
          : by(measured((point) => point.latency_p90_ms)),
      format: milliseconds,
      formatTick: milliseconds,
    },
    {
      title: 'Failed spans',
      form: 'bars',
      data: groupBy === null ? whole && seriesOf(whole, [{ id: 'errors', label: 'failed', color: 'var(--color-danger)', ...failed }]) : by(failed),
      format: formatCount,
      formatTick: formatCompact,
      onlyErrors: true,
      empty: 'Nothing failed in this time.',
    },
    {
      title: 'Prompt tokens from a cache',
      form: 'lines',
      data: groupBy === null ? whole && seriesOf(whole, [{ id: 'cache', label: 'share', color: 'var(--color-series-4)', ...measured(cacheShare) }]) : by(measured(cacheShare)),
      format: formatShare,
      formatTick: formatShare,
      empty: 'No prompt of this time came from a cache.',
    },
  ];
}
