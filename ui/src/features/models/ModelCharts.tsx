import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { TimeChart } from '../../components/charts/TimeChart';
import { formatCompact, formatDuration } from '../../app/format';
import { modelTrafficQuery } from './queries';
import { noneWithoutAny, trafficSeries } from './traffic';

function title(text: string) {
  return <span className="text-xs font-medium">{text}</span>;
}

/** Calls of a model and how long they took over the last day, by provider. */
export function ModelCharts({ slug }: { slug: string }) {
  const traffic = useQuery(modelTrafficQuery(slug));
  const { data } = traffic;
  const calls = useMemo(() => data && trafficSeries(data, (row) => row.request_count, true), [data]);
  const latency = useMemo(() => data && trafficSeries(data, (row) => row.duration_p50, false), [data]);
  const errors = useMemo(() => data && noneWithoutAny(trafficSeries(data, (row) => row.error_count, true)), [data]);
  const shared = { error: traffic.error, onRetry: () => void traffic.refetch(), height: 140, empty: 'It was not called in the last day.' };
  return (
    <div className="grid gap-6 p-4 lg:grid-cols-3">
      <TimeChart label="Calls an hour" heading={title('Calls an hour')} data={calls} form="bars" format={formatCompact} {...shared} />
      <TimeChart label="Time of a call, median" heading={title('Time of a call, median')} data={latency} format={(ms) => formatDuration(ms * 1000)} {...shared} />
      <TimeChart label="Failures an hour" heading={title('Failures an hour')} data={errors} form="bars" format={formatCompact} {...shared} empty="No call failed in the last day." />
    </div>
  );
}
