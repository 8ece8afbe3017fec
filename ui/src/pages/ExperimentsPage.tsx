import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { BackLink } from '../components/BackLink';
import { EmptyState } from '../components/EmptyState';
import { ErrorState } from '../components/ErrorState';
import { PageHeader } from '../components/PageHeader';
import { RowsSkeleton } from '../components/RowsSkeleton';
import { compare, sumsOf } from '../features/datasets/comparison';
import { ComparisonTable } from '../features/datasets/ComparisonTable';
import { MOST_COMPARED_EXPERIMENTS } from '../features/datasets/ExperimentTable';
import { experimentQuery, experimentRunsQuery } from '../features/datasets/queries';

/** Experiments side by side, example by example; /experiments?id=ID&id=ID. */
export function ExperimentsPage() {
  const [params] = useSearchParams();
  const ids = [...new Set(params.getAll('id'))].slice(0, MOST_COMPARED_EXPERIMENTS);
  const experiments = useQueries({ queries: ids.map((id) => experimentQuery(id)) });
  const runs = useQueries({ queries: ids.map((id) => experimentRunsQuery(id)) });
  const failed = [...experiments, ...runs].find(({ error }) => error !== null);
  const isReady = [...experiments, ...runs].every(({ data }) => data !== undefined);
  const loaded = useMemo(() => (isReady ? runs.map(({ data }) => data ?? []) : null), [isReady, runs]);
  const examples = useMemo(() => (loaded ? compare(loaded) : []), [loaded]);
  const records = experiments.flatMap(({ data }) => (data ? [data] : []));
  const [first] = records;
  return (
    <>
      <PageHeader
        leading={<BackLink to={first ? `/datasets/${encodeURIComponent(first.dataset_id)}?tab=experiments` : '/datasets'} label="Back to the dataset" />}
        title={records.length === 1 && first ? first.name : 'Compare experiments'}
        meta={loaded && <span className="tabular">{examples.length} examples</span>}
      />
      {failed ? (
        <ErrorState title="An experiment could not be loaded" error={failed.error} onRetry={() => void failed.refetch()} />
      ) : loaded === null ? (
        <RowsSkeleton label="Loading experiments" />
      ) : examples.length === 0 ? (
        <EmptyState title="No runs">{ids.length === 0 ? 'Choose experiments of a dataset.' : 'Nothing was run in it yet.'}</EmptyState>
      ) : (
        <ComparisonTable experiments={records} sums={loaded.map(sumsOf)} examples={examples} />
      )}
    </>
  );
}
