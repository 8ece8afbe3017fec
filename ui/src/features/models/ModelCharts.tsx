import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { TimeChart } from '../../components/charts/TimeChart';
import { formatCompact, formatDuration } from '../../app/format';
import { metricsSeries } from './metricsSeries';
import { modelMetricsQuery } from './queries';

function title(text: string) {
  return <span className="text-xs font-medium">{text}</span>;
}

/** Calls of a model and how long they took over the last day, by provider. */
export function ModelCharts({ slug }: { slug: string }) {
  const metrics = useQuery(modelMetricsQuery(slug));
  const { data } = metrics;
  const calls = useMemo(() => data && metricsSeries(data, (point) => point.call_count, true), [data]);
  const latency = useMemo(() => data && metricsSeries(data, (point) => point.latency_p50_ms, false), [data]);
  const errors = useMemo(() => data && metricsSeries(data, (point) => point.error_count, true), [data]);
  const shared = { error: metrics.error, onRetry: () => void metrics.refetch(), height: 140, empty: 'It was not called in the last day.' };
  return (
    <div className="grid gap-6 p-4 lg:grid-cols-3">
      <TimeChart label="Calls an hour" heading={title('Calls an hour')} data={calls} form="bars" format={formatCompact} {...shared} />
      <TimeChart label="Time of a call, median" heading={title('Time of a call, median')} data={latency} format={(ms) => formatDuration(ms * 1000)} {...shared} />
      <TimeChart label="Failures an hour" heading={title('Failures an hour')} data={errors} form="bars" format={formatCompact} {...shared} />
    </div>
  );
}
