import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { formatCount } from '../app/format';
import { useHotkeys } from '../app/hotkeys';
import { buttonClass } from '../components/Button';
import { EmptyState } from '../components/EmptyState';
import { ErrorState } from '../components/ErrorState';
import { PageHeader } from '../components/PageHeader';
import { ListToolbar } from '../features/filter/ListToolbar';
import { ColumnMenu } from '../features/lists/ColumnMenu';
import { useColumns } from '../features/lists/useColumns';
import { type SpanFilter, spansQuery } from '../features/spans/queries';
import { SPAN_COLUMNS } from '../features/spans/spanColumns';
import { SpanListView } from '../features/spans/SpanListView';
import { useLiveSpans } from '../features/spans/useLiveSpans';
import { LiveControl } from '../features/lists/LiveControl';
import { TraceListSkeleton } from '../features/lists/TraceListSkeleton';
import { ProjectSelect } from '../features/traces/ProjectSelect';
import { projectsQuery } from '../features/traces/queries';

/** The spans of one project, newest first; /spans?project=NAME&filter=…. */
export function SpansPage() {
  const [params, setParams] = useSearchParams();
  const projects = useQuery(projectsQuery);
  const project = params.get('project') ?? projects.data?.[0]?.name;
  const text = params.get('filter') ?? '';
  const change = (next: SpanFilter) => setParams({ project: next.project, ...(next.text === '' ? {} : { filter: next.text }) });

  if (project !== undefined) return <ProjectSpans key={project} project={project} text={text} onChange={change} />;
  return (
    <>
      <PageHeader title="Spans" />
      {projects.isError ? (
        <ErrorState title="The projects could not be loaded" error={projects.error} onRetry={() => void projects.refetch()} />
      ) : projects.isPending ? (
        <TraceListSkeleton />
      ) : (
        <EmptyState title="No spans yet" action={<Link to="/start" className={buttonClass('primary')}>Connect an application</Link>}>
          A span is one step of a trace: a call of a model, a tool, a search. They appear here as they arrive.
        </EmptyState>
      )}
    </>
  );
}

interface ProjectSpansProps {
  project: string;
  text: string;
  onChange: (filter: SpanFilter) => void;
}

function ProjectSpans({ project, text, onChange }: ProjectSpansProps) {
  const filter = useMemo<SpanFilter>(() => ({ project, text }), [project, text]);
  const [isAtTop, setIsAtTop] = useState(true);
  const live = useLiveSpans(filter, isAtTop);
  const columns = useColumns('spans', SPAN_COLUMNS);
  const input = useRef<HTMLInputElement>(null);
  const { error, data } = useInfiniteQuery(spansQuery(filter));
  const total = data?.pages[0]?.total;
  useHotkeys([{ keys: 'p', label: 'Pause or resume', group: 'Spans', run: live.togglePaused }]);
  return (
    <>
      <PageHeader title="Spans" meta={total !== undefined && <span className="tabular">{formatCount(total)} in all</span>} actions={<LiveControl live={live} />} />
      <ListToolbar area="spans" filter={text} onFilter={(next) => onChange({ project, text: next })} error={error} project={project} input={input} trailing={<ColumnMenu columns={columns} />}>
        <ProjectSelect hasAll={false} project={project} onChange={(next) => next !== null && onChange({ project: next, text })} />
      </ListToolbar>
      <SpanListView key={text} filter={filter} live={live} columns={columns} onTopChange={setIsAtTop} onClearFilter={() => onChange({ project, text: '' })} />
    </>
  );
}
