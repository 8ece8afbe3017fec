import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { formatCount, formatDateTime } from '../app/format';
import { CONSOLE } from '../api/client';
import { BackLink } from '../components/BackLink';
import { Button, buttonClass } from '../components/Button';
import { EmptyState } from '../components/EmptyState';
import { ErrorState } from '../components/ErrorState';
import { PageHeader } from '../components/PageHeader';
import { RowsSkeleton } from '../components/RowsSkeleton';
import { Select } from '../components/Select';
import { Tab, TabList, TabPanel, Tabs } from '../components/Tabs';
import { useQueryParams } from '../components/useQueryParams';
import { ExampleTable } from '../features/datasets/ExampleTable';
import { ExperimentTable } from '../features/datasets/ExperimentTable';
import { datasetQuery, datasetVersionsQuery, examplesQuery, experimentsQuery } from '../features/datasets/queries';

/** One dataset: its examples and its experiments; /datasets/ID?tab=experiments&version=ID&compare=ID. */
export function DatasetPage() {
  const { id = '' } = useParams();
  const [params, setParams] = useQueryParams();
  const dataset = useQuery(datasetQuery(id));
  const versions = useQuery(datasetVersionsQuery(id));
  const version = params.get('version');
  const tab = params.get('tab') === 'experiments' ? 'experiments' : 'examples';
  if (dataset.isError) return <ErrorState title="The dataset could not be loaded" error={dataset.error} onRetry={() => void dataset.refetch()} />;
  return (
    <>
      <PageHeader
        leading={<BackLink to="/datasets" label="Back to the datasets" />}
        title={dataset.data?.name ?? 'Dataset'}
        meta={dataset.data && <span className="tabular">{formatCount(dataset.data.example_count)} examples</span>}
        actions={
          <>
            {tab === 'examples' && versions.data && (
              <Select
                aria-label="Version"
                value={version ?? ''}
                onChange={(event) => setParams({ version: event.target.value })}
                options={[{ value: '', label: 'Newest version' }, ...versions.data.slice(1).map(({ version_id: each, created_at: at }) => ({ value: each, label: formatDateTime(at) }))]}
              />
            )}
            <a href={`${CONSOLE}/v1/datasets/${encodeURIComponent(id)}/jsonl`} download className={`${buttonClass()} max-md:hidden`}>
              Download
            </a>
          </>
        }
      />
      <Tabs value={tab} onValueChange={(next) => setParams({ tab: next === 'examples' ? '' : next })} className="flex min-h-0 flex-1 flex-col">
        <TabList aria-label="Parts of the dataset" className="px-4">
          <Tab value="examples">Examples</Tab>
          <Tab value="experiments">Experiments</Tab>
        </TabList>
        <TabPanel value="examples" className="flex min-h-0 flex-1 flex-col" tabIndex={-1}>
          <Examples id={id} version={version} />
        </TabPanel>
        <TabPanel value="experiments" className="flex min-h-0 flex-1 flex-col overflow-y-auto" tabIndex={-1}>
          <Experiments id={id} chosen={params.getAll('compare')} onChoose={(compare) => setParams({ compare }, { replace: true })} />
        </TabPanel>
      </Tabs>
    </>
  );
}

function Examples({ id, version }: { id: string; version: string | null }) {
  const examples = useQuery(examplesQuery(id, version));
  if (examples.isPending) return <RowsSkeleton label="Loading examples" />;
  if (examples.isError) return <ErrorState title="The examples could not be loaded" error={examples.error} onRetry={() => void examples.refetch()} />;
  if (examples.data.length === 0) return <EmptyState title="No examples">Open a span of a trace and add it here.</EmptyState>;
  return <ExampleTable examples={examples.data} />;
}

function Experiments({ id, chosen, onChoose }: { id: string; chosen: string[]; onChoose: (ids: string[]) => void }) {
  const experiments = useInfiniteQuery(experimentsQuery(id));
  if (experiments.isPending) return <RowsSkeleton label="Loading experiments" />;
  if (experiments.isError) return <ErrorState title="The experiments could not be loaded" error={experiments.error} onRetry={() => void experiments.refetch()} />;
  const all = experiments.data.pages.flatMap(({ data }) => data);
  if (all.length === 0) {
    return <EmptyState title="No experiments yet">A program runs a task over every example and sends what came of it, with scores. Phoenix's clients do: point them at this server and call run_experiment.</EmptyState>;
  }
  const query = new URLSearchParams(chosen.map((each) => ['id', each]));
  return (
    <>
      <ExperimentTable experiments={all} chosen={chosen} onChoose={onChoose} />
      <div className="flex gap-2 p-4">
        {experiments.hasNextPage && <Button onClick={() => void experiments.fetchNextPage()}>Show more</Button>}
        {chosen.length > 0 && (
          <Link to={`/experiments?${query.toString()}`} className={buttonClass('primary')}>
            {chosen.length === 1 ? 'Open it' : `Compare ${chosen.length}`}
          </Link>
        )}
      </div>
    </>
  );
}
