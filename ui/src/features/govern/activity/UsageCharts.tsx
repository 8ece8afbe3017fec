import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { formatCompact, formatUsd } from '../../../app/format';
import { TimeChart } from '../../../components/charts/TimeChart';
import { Section } from '../../../components/Section';
import { lastDays, numberOf, seriesByDay, type UsageQuestion, usageQuery, type UsageRow } from '../usage';

const METRICS = ['total_usage', 'request_count', 'tokens_total'];
const DAYS = 30;
/** Drawn each for itself. */
const MOST = 7;

const MEASURES = [
  { metric: 'total_usage', title: 'Spend', format: formatUsd },
  { metric: 'request_count', title: 'Requests', format: formatCompact },
  { metric: 'tokens_total', title: 'Tokens', format: formatCompact },
] as const;

interface UsageChartsProps {
  filters: NonNullable<UsageQuestion['filters']>;
  /** By what the bars are divided; models without it. */
  dimension?: string;
}

/** Thirty days of spend, requests and tokens, by model. */
export function UsageCharts({ filters, dimension = 'model' }: UsageChartsProps) {
  const { from, until } = lastDays(DAYS);
  const question = { metrics: METRICS, dimensions: [dimension], granularity: 'day' as const, from, until, filters };
  const { data, error, refetch } = useQuery(usageQuery(question));
  // one order for all three: what is blue in one is blue in the others
  const ranking = METRICS.find((metric) => data && sumOf(data, metric) > 0);
  return (
    // side by side, heads, legends and plots are rows of one grid: a legend that wraps moves its neighbours' plots too
    <div className="grid gap-5 xl:grid-cols-3 xl:gap-y-0">
      {MEASURES.map(({ metric, title, format }) => (
        <Section key={metric} title={title} className="xl:row-span-3 xl:grid xl:grid-rows-subgrid" aside={data && <span className="tabular text-muted">{format(sumOf(data, metric))}</span>}>
          <div className="p-3.5 xl:row-span-2 xl:grid xl:grid-rows-subgrid">
            <Chart rows={data} metric={metric} ranking={ranking} title={title} dimension={dimension} from={from} until={until} format={format} error={error} onRetry={() => void refetch()} />
          </div>
        </Section>
      ))}
    </div>
  );
}

interface ChartProps {
  rows: UsageRow[] | undefined;
  metric: string;
  /** By which measure the largest come first; the chart's own without it. */
  ranking: string | undefined;
  title: string;
  dimension: string;
  from: number;
  until: number;
  format: (value: number) => string;
  error: unknown;
  onRetry: () => void;
}

function Chart({ rows, metric, ranking, title, dimension, from, until, format, error, onRetry }: ChartProps) {
  const data = useMemo(() => rows && seriesByDay(rows, metric, dimension, from, until, MOST, ranking), [rows, metric, ranking, dimension, from, until]);
  return <TimeChart label={`${title} by day`} data={data} form="bars" format={format} height={170} className="xl:row-span-2 xl:grid xl:grid-rows-subgrid" error={error} onRetry={onRetry} empty="No calls in these thirty days." />;
}

function sumOf(rows: readonly UsageRow[], metric: string): number {
  return rows.reduce((sum, row) => sum + numberOf(row[metric]), 0);
}
