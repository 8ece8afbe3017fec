import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { formatCount } from '../app/format';
import { PageHeader } from '../components/PageHeader';
import { Select } from '../components/Select';
import { GroupTable } from '../features/metrics/GroupTable';
import { GROUP_NAMES, useGroupLabels } from '../features/metrics/groupLabels';
import { MetricCharts } from '../features/metrics/MetricCharts';
import { MetricTiles } from '../features/metrics/MetricTiles';
import { type GroupBy, metricsQuery } from '../features/metrics/queries';
import { RangeControl } from '../features/metrics/RangeControl';
import { useRange } from '../features/metrics/useRange';
import { ProjectSelect } from '../features/traces/ProjectSelect';

/** Groups that a chart tells apart: as many as there are colours. */
const GROUPS = 7;
const GROUP_OPTIONS = [{ value: '', label: 'All together' }, ...Object.entries(GROUP_NAMES).map(([value, label]) => ({ value, label: `By ${label.toLowerCase()}` }))];

/** Numbers of calls over time; /observe/metrics?range=7d&by=model&project=NAME. */
export function MetricsPage() {
  const [params, setParams] = useSearchParams();
  const [range, setRange] = useRange();
  const project = params.get('project');
  const by = params.get('by') ?? '';
  const groupBy = by in GROUP_NAMES ? (by as GroupBy) : null;
  const labelOf = useGroupLabels(groupBy);
  const whole = useQuery(metricsQuery({ range, project, groupBy: null, groups: GROUPS }));
  const grouped = useQuery(metricsQuery({ range, project, groupBy, groups: GROUPS }));
  const change = (name: string, value: string | null) =>
    setParams((before) => {
      if (value === null || value === '') before.delete(name);
      else before.set(name, value);
      return before;
    });
  const onRange = useCallback((from: number, to: number) => setRange({ from, to }), [setRange]);
  const pending = whole.data?.pending_spans ?? 0;

  return (
    <>
      <PageHeader
        title="Metrics"
        actions={
          <div className="flex flex-wrap items-center gap-2 sm:justify-end">
            <ProjectSelect project={project} onChange={(name) => change('project', name)} />
            <Select aria-label="Group" value={by} options={GROUP_OPTIONS} onChange={(event) => change('by', event.target.value)} />
            <RangeControl range={range} onChange={setRange} />
          </div>
        }
      />
      {/* scrolls, so the keyboard has to reach it, also before there is a chart */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div role="region" aria-label="Charts" tabIndex={0} className="relative min-h-0 flex-1 overflow-y-auto -outline-offset-2!">
        <div className="mx-auto flex max-w-[100rem] flex-col gap-4 p-4">
          <MetricTiles answer={whole.data} />
          <MetricCharts
            whole={whole.data}
            grouped={grouped.data}
            groupBy={groupBy}
            project={project}
            labelOf={labelOf}
            error={whole.error ?? grouped.error}
            onRetry={() => {
              void whole.refetch();
              void grouped.refetch();
            }}
            onRange={onRange}
          />
          {groupBy !== null && <GroupTable answer={grouped.data} groupBy={groupBy} labelOf={labelOf} />}
          <p className="text-xs text-subtle">
            Calls are spans with tokens or a cost, each call once; they count where they began, by their senders' clocks. Percentiles are off by at most 5.3 %. Drag over a chart to zoom in, click a point to see its
            rows.{pending > 0 && ` ${formatCount(pending)} spans are stored and not in the numbers yet.`} The same numbers: <code>GET /api/weir/metrics</code>.
          </p>
        </div>
      </div>
    </>
  );
}
