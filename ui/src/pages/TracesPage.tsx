import { useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useHotkeys } from '../app/hotkeys';
import { PageHeader } from '../components/PageHeader';
import { LiveControl } from '../features/traces/list/LiveControl';
import { keepListSearch, placeIn } from '../features/traces/list/places';
import { TraceFilters } from '../features/traces/list/TraceFilters';
import { TraceListView } from '../features/traces/list/TraceListView';
import { useLiveTraces } from '../features/traces/list/useLiveTraces';
import type { TraceFilter } from '../features/traces/queries';

/** All traces, newest first; /traces?project=NAME&status=error. */
export function TracesPage() {
  const [params, setParams] = useSearchParams();
  const project = params.get('project');
  const onlyErrors = params.get('status') === 'error';
  const filter = useMemo<TraceFilter>(() => ({ project, onlyErrors }), [project, onlyErrors]);

  useEffect(() => keepListSearch(params.size > 0 ? `?${params.toString()}` : ''), [params]);

  const onFilter = (next: TraceFilter) => {
    const query = new URLSearchParams();
    if (next.project !== null) query.set('project', next.project);
    if (next.onlyErrors) query.set('status', 'error');
    setParams(query);
  };

  const [isAtTop, setIsAtTop] = useState(() => placeIn(filter).offset === 0);
  const live = useLiveTraces(filter, isAtTop);
  const filters = useRef<HTMLDivElement>(null);
  useHotkeys([
    { keys: '/', label: 'Choose a project', group: 'Traces', run: () => filters.current?.querySelector('select')?.focus() },
    { keys: 'p', label: 'Pause or resume', group: 'Traces', run: live.togglePaused },
  ]);

  return (
    <>
      <PageHeader
        title="Traces"
        actions={
          <>
            <LiveControl live={live} />
            <TraceFilters filter={filter} onChange={onFilter} box={filters} />
          </>
        }
      />
      <TraceListView
        // what was scrolled to and selected belongs to one filter
        key={`${String(onlyErrors)} ${project ?? ''}`}
        filter={filter}
        live={live}
        onTopChange={setIsAtTop}
        onClearFilter={() => onFilter({ project: null, onlyErrors: false })}
      />
    </>
  );
}
