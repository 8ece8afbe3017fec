import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api } from '../../api/client';
import type { SpanListResponse } from '../../api/contract';
import { ErrorState } from '../../components/ErrorState';
import { RelativeTime } from '../../components/RelativeTime';
import { RowsSkeleton } from '../../components/RowsSkeleton';
import { projectsQuery } from '../traces/queries';

const SHOWN = 8;
/** Where the traces are that begin at the gateway; those of calls within a program's own trace are in its project. */
const PROJECT = 'gateway';

function failuresQuery(name: string) {
  const filter = `status_code == "ERROR" and attributes["weir.attempt.provider"] == ${JSON.stringify(name)}`;
  const query = new URLSearchParams({ project: PROJECT, filter, limit: String(SHOWN) });
  return queryOptions({
    queryKey: ['provider-failures', name],
    queryFn: async ({ signal }) => (await api<SpanListResponse>(`/api/weir/spans?${query.toString()}`, { signal })).data,
  });
}

/** The attempts at a provider that failed last, each with the way to its trace. */
export function LastFailures({ name }: { name: string }) {
  const projects = useQuery(projectsQuery);
  // before the first call there is no such project, and asking about it would be a mistake
  const isThere = projects.data?.some((project) => project.name === PROJECT);
  const failures = useQuery({ ...failuresQuery(name), enabled: isThere === true || projects.isError });
  if (isThere === false) return <p className="px-4 py-3 text-sm text-muted">Nothing was asked from the project “{PROJECT}” yet.</p>;
  if (failures.isPending) return <RowsSkeleton label="Loading failures" />;
  if (failures.isError) return <ErrorState inline title="The failures could not be loaded" error={failures.error} onRetry={() => void failures.refetch()} />;
  if (failures.data.length === 0) return <p className="px-4 py-3 text-sm text-muted">No attempt at it failed in the project “{PROJECT}”.</p>;
  return (
    <ul>
      {failures.data.map((span) => (
        <li key={span.span_id} className="border-b border-line last:border-b-0">
          <Link to={`/traces/${span.trace_id}?span=${span.span_id}`} className="flex min-h-8 items-center gap-3 px-4 py-1 text-sm hover:bg-hover -outline-offset-2!">
            <RelativeTime value={span.start_time} className="tabular w-16 shrink-0 text-xs text-subtle" />
            <span className="min-w-0 flex-1 truncate">{span.status_message || span.name}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
