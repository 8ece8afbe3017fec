import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { buttonClass } from '../components/Button';
import { EmptyState } from '../components/EmptyState';
import { ErrorState } from '../components/ErrorState';
import { PageHeader } from '../components/PageHeader';
import { ColumnMenu } from '../features/lists/ColumnMenu';
import { useColumns } from '../features/lists/useColumns';
import { SessionList } from '../features/sessions/SessionList';
import { SESSION_COLUMNS } from '../features/sessions/sessionColumns';
import { TraceListSkeleton } from '../features/lists/TraceListSkeleton';
import { ProjectSelect } from '../features/traces/ProjectSelect';
import { projectsQuery } from '../features/traces/queries';

/** Conversations of several traces; /sessions?project=NAME. */
export function SessionsPage() {
  const [params, setParams] = useSearchParams();
  const projects = useQuery(projectsQuery);
  const project = params.get('project') ?? projects.data?.[0]?.name ?? null;
  const columns = useColumns('sessions', SESSION_COLUMNS);
  return (
    <>
      <PageHeader
        title="Sessions"
        actions={
          project !== null && (
            <>
              <ProjectSelect hasAll={false} project={project} onChange={(name) => name !== null && setParams({ project: name })} />
              <ColumnMenu columns={columns} />
            </>
          )
        }
      />
      {project !== null ? (
        <SessionList key={project} project={project} columns={columns} />
      ) : projects.isError ? (
        <ErrorState title="The projects could not be loaded" error={projects.error} onRetry={() => void projects.refetch()} />
      ) : projects.isPending ? (
        <TraceListSkeleton />
      ) : (
        <EmptyState title="No sessions yet" action={<Link to="/start" className={buttonClass('primary')}>Connect an application</Link>}>
          A session is a conversation of several traces. Name it with <code>session_id</code> in a request, or <code>session.id</code> on a span.
        </EmptyState>
      )}
    </>
  );
}
