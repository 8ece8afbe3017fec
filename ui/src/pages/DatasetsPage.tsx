import { useInfiniteQuery } from '@tanstack/react-query';
import { Database } from 'lucide-react';
import { Link } from 'react-router';
import { formatCount } from '../app/format';
import { Button } from '../components/Button';
import { CodeBlock } from '../components/CodeBlock';
import { type Column, DataTable } from '../components/DataTable';
import { EmptyState } from '../components/EmptyState';
import { ErrorState } from '../components/ErrorState';
import { PageHeader } from '../components/PageHeader';
import { RelativeTime } from '../components/RelativeTime';
import { RowsSkeleton } from '../components/RowsSkeleton';
import { datasetsQuery } from '../features/datasets/queries';
import type { DatasetRecord } from '../features/datasets/types';

const COLUMNS: readonly Column<DatasetRecord>[] = [
  { name: 'Dataset', cell: ({ id, name }) => <Link to={`/datasets/${encodeURIComponent(id)}`} className="font-medium hover:underline">{name}</Link> },
  { name: 'Examples', isNumber: true, cell: ({ example_count: count }) => formatCount(count) },
  { name: 'Changed', cell: ({ updated_at: at }) => <RelativeTime value={at} className="text-muted" /> },
  { name: 'Made', cell: ({ created_at: at }) => <RelativeTime value={at} className="text-muted" /> },
  { name: 'About', className: 'w-full', cell: ({ description }) => <span className="text-muted">{description}</span> },
];

const UPLOAD = (origin: string) => `curl ${origin}/v1/datasets/upload \\
  -H "Authorization: Bearer $WEIR_KEY" -H "Content-Type: application/json" \\
  -d '{"name": "questions", "inputs": [{"question": "1+1"}], "outputs": [{"answer": "2"}]}'`;

/** The datasets of the workspace, newest first. */
export function DatasetsPage() {
  const datasets = useInfiniteQuery(datasetsQuery);
  const all = datasets.data?.pages.flatMap(({ data }) => data) ?? [];
  return (
    <>
      <PageHeader title="Datasets" meta={datasets.data && !datasets.hasNextPage && <span className="tabular">{all.length}</span>} />
      {datasets.isPending ? (
        <RowsSkeleton label="Loading datasets" />
      ) : datasets.isError ? (
        <ErrorState title="The datasets could not be loaded" error={datasets.error} onRetry={() => void datasets.refetch()} />
      ) : all.length === 0 ? (
        <div className="min-h-0 overflow-y-auto">
          <EmptyState icon={<Database size={24} aria-hidden />} title="No datasets yet">
            Examples to try changes on: an input, and what should come of it. Add one from any span of a trace, or upload them; experiments run over them and are compared here.
          </EmptyState>
          <div className="mx-auto -mt-8 max-w-2xl px-4 pb-10">
            <CodeBlock label="upload of a dataset" code={UPLOAD(window.location.origin)} />
          </div>
        </div>
      ) : (
        <div className="min-h-0 flex-1 overflow-y-auto">
          <DataTable label="Datasets" columns={COLUMNS} rows={all} keyOf={({ id }) => id} />
          {datasets.hasNextPage && (
            <Button className="m-4" loading={datasets.isFetchingNextPage} onClick={() => void datasets.fetchNextPage()}>
              Show more
            </Button>
          )}
        </div>
      )}
    </>
  );
}
