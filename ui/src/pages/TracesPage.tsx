import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useHotkeys } from '../app/hotkeys';
import { PageHeader } from '../components/PageHeader';
import { Segments } from '../components/Segments';
import { ListToolbar } from '../features/filter/ListToolbar';
import { ColumnMenu } from '../features/lists/ColumnMenu';
import { useColumns } from '../features/lists/useColumns';
import { LiveControl } from '../features/lists/LiveControl';
import { keepListSearch, placeIn } from '../features/traces/list/places';
import { TRACE_COLUMNS } from '../features/traces/list/traceColumns';
import { TraceListView } from '../features/traces/list/TraceListView';
import { useLiveTraces } from '../features/traces/list/useLiveTraces';
import { ProjectSelect } from '../features/traces/ProjectSelect';
import { type TraceFilter, tracesQuery } from '../features/traces/queries';

const STATUSES = [
  { value: 'all', label: 'All' },
  { value: 'error', label: 'Errors' },
] as const;

/** All traces, newest first; /traces?project=NAME&status=error&filter=…. */
export function TracesPage() {
  const [params, setParams] = useSearchParams();
  const project = params.get('project');
  const onlyErrors = params.get('status') === 'error';
  const text = params.get('filter') ?? '';
  const filter = useMemo<TraceFilter>(() => ({ project, onlyErrors, text }), [project, onlyErrors, text]);

  useEffect(() => keepListSearch(params.size > 0 ? `?${params.toString()}` : ''), [params]);

  const onFilter = (next: TraceFilter) => {
    const query = new URLSearchParams();
    if (next.project !== null) query.set('project', next.project);
    if (next.onlyErrors) query.set('status', 'error');
    if (next.text !== '') query.set('filter', next.text);
    setParams(query);
  };

  const [isAtTop, setIsAtTop] = useState(() => placeIn(filter).offset === 0);
  const live = useLiveTraces(filter, isAtTop);
  const columns = useColumns('traces', TRACE_COLUMNS);
  const input = useRef<HTMLInputElement>(null);
  const { error } = useInfiniteQuery(tracesQuery(filter));
  useHotkeys([{ keys: 'p', label: 'Pause or resume', group: 'Traces', run: live.togglePaused }]);

  return (
    <>
      <PageHeader title="Traces" actions={<LiveControl live={live} />} />
      <ListToolbar area="traces" filter={text} onFilter={(next) => onFilter({ ...filter, text: next })} error={error} project={project} input={input} trailing={<ColumnMenu columns={columns} />}>
        <ProjectSelect project={project} onChange={(next) => onFilter({ ...filter, project: next })} />
        <Segments label="Status" value={onlyErrors ? 'error' : 'all'} options={STATUSES} onChange={(status) => onFilter({ ...filter, onlyErrors: status === 'error' })} />
      </ListToolbar>
      <TraceListView
        // what was scrolled to and selected belongs to one filter
        key={`${String(onlyErrors)} ${project ?? ''} ${text}`}
        filter={filter}
        live={live}
        columns={columns}
        onTopChange={setIsAtTop}
        onClearFilter={() => onFilter({ project: null, onlyErrors: false, text: '' })}
      />
    </>
  );
}
