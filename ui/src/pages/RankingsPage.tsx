import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { ApiError } from '../api/client';
import { formatCompact, formatShare, formatUsd } from '../app/format';
import { buttonClass } from '../components/Button';
import { type RankItem, RankBars } from '../components/charts/RankBars';
import { TimeChart } from '../components/charts/TimeChart';
import { EmptyState } from '../components/EmptyState';
import { ErrorState } from '../components/ErrorState';
import { PageHeader } from '../components/PageHeader';
import { Section } from '../components/Section';
import { Segments } from '../components/Segments';
import { Select } from '../components/Select';
import { useQueryParams } from '../components/useQueryParams';
import { modelPath } from '../features/models/queries';
import { DIMENSIONS, type Dimension, type Measure, MEASURES, rankingQuery, SPANS } from '../features/rankings/queries';
import { type Ranked, rankedOf, rankedOverTime } from '../features/rankings/ranking';

const SHOWN = 25;
/** Drawn in the list with the colours that they have in the chart. */
const COLOURED = 7;

/** Which models, apps and providers the traffic of this server is; /rankings?by=app&measure=total_usage&days=7. */
export function RankingsPage() {
  const [params, setParams] = useQueryParams();
  const measure = MEASURES.find(({ value }) => value === params.get('measure'))?.value ?? 'tokens_total';
  const dimension = DIMENSIONS.find(({ value }) => value === params.get('by'))?.value ?? 'model';
  const days = SPANS.find(({ value }) => value === params.get('days'))?.value ?? '30';
  const ranking = useQuery(rankingQuery(measure, dimension, Number(days)));
  const { data } = ranking;
  const isForbidden = ranking.error instanceof ApiError && ranking.error.status === 403;
  const ranked = useMemo(() => data && rankedOf(data.sums, measure, dimension), [data, measure, dimension]);
  const series = useMemo(() => data && ranked && rankedOverTime(data.windows, ranked, data, measure, dimension), [data, ranked, measure, dimension]);
  const format = measure === 'total_usage' ? formatUsd : formatCompact;
  const what = `${MEASURES.find(({ value }) => value === measure)?.label ?? ''} by ${dimension}`;
  return (
    <>
      <PageHeader
        title="Rankings"
        meta={<span className="hidden sm:block">of this server's own traffic</span>}
        actions={<Select aria-label="Time" value={days} onChange={(event) => setParams({ days: event.target.value })} options={SPANS} />}
      />
      <div className="relative min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex max-w-7xl flex-col gap-5 px-4 py-5 lg:px-6">
          <div className="flex flex-wrap gap-3">
            <Segments<Dimension> label="Ranked" value={dimension} options={DIMENSIONS} onChange={(by) => setParams({ by })} />
            <Segments<Measure> label="Measured in" value={measure} options={MEASURES} onChange={(next) => setParams({ measure: next })} />
          </div>
          {ranking.isError && !isForbidden && <ErrorState inline title="The rankings could not be loaded" error={ranking.error} onRetry={() => void ranking.refetch()} />}
          {isForbidden ? (
            <EmptyState
              title="Rankings are for administrators"
              action={
                <Link to="/observe/metrics?by=model" className={buttonClass()}>
                  Metrics by model
                </Link>
              }
            >
              They count the calls of everybody on this server. Metrics have those of your workspaces.
            </EmptyState>
          ) : ranked?.length === 0 ? (
            <div className="rounded-lg border border-dashed border-line px-6 py-16 text-center text-muted">
              <p className="font-medium text-fg">Nothing was called in this time</p>
              <p className="mt-1 mb-4">Rankings are made of the calls through this server.</p>
              <Link to="/start" className={buttonClass('primary')}>
                Connect an application
              </Link>
            </div>
          ) : (
            !ranking.isError && (
              <>
                <Section title={what}>
                  <div className="p-4">
                    <TimeChart label={`${what} over time`} data={series} form="bars" format={format} height={240} />
                  </div>
                </Section>
                <Section title="Ranking">
                  <div className="p-3">
                    <RankBars label={what} items={ranked?.slice(0, SHOWN).map((one, index) => itemOf(one, index, dimension))} format={format} />
                  </div>
                </Section>
              </>
            )
          )}
        </div>
      </div>
    </>
  );
}

function itemOf({ name, id, value, share }: Ranked, index: number, dimension: Dimension): RankItem {
  return {
    id: `${name} ${id ?? ''}`,
    label: name,
    value,
    aside: formatShare(share),
    color: index < COLOURED ? `var(--color-series-${index + 1})` : 'var(--color-series-rest)',
    ...(dimension === 'model' && id !== null && id.includes('/') ? { to: `/models/${modelPath(id)}` } : {}),
    ...(dimension === 'provider' ? { to: '/providers' } : {}),
  };
}
