import { useQuery } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { cx } from '../../../app/cx';
import { Select } from '../../../components/Select';
import { projectsQuery, type TraceFilter } from '../queries';

/** Projects appear with their first span. */
const PROJECTS_MS = 60_000;

interface TraceFiltersProps {
  filter: TraceFilter;
  onChange: (filter: TraceFilter) => void;
  box: RefObject<HTMLDivElement | null>;
}

/** Which traces are shown; the address has the same. */
export function TraceFilters({ filter, onChange, box }: TraceFiltersProps) {
  const projects = useQuery({ ...projectsQuery, refetchInterval: PROJECTS_MS });
  const names = (projects.data ?? []).map((project) => project.name);
  // a project of the address that is not there (any more) is still what is filtered by
  if (filter.project !== null && !names.includes(filter.project)) names.push(filter.project);

  return (
    <div ref={box} className="flex min-w-0 items-center gap-2">
      <Select
        aria-label="Project"
        className="max-w-52"
        value={filter.project ?? ''}
        onChange={(event) => onChange({ ...filter, project: event.target.value === '' ? null : event.target.value })}
        options={[{ value: '', label: 'All projects' }, ...names.map((name) => ({ value: name, label: name }))]}
      />
      <div role="group" aria-label="Status" className="inline-flex h-8 items-center rounded-md border border-line bg-sunken p-0.5">
        {[false, true].map((onlyErrors) => (
          <button
            key={String(onlyErrors)}
            type="button"
            aria-pressed={filter.onlyErrors === onlyErrors}
            onClick={() => onChange({ ...filter, onlyErrors })}
            className={cx('h-full rounded-sm px-2.5 text-xs', filter.onlyErrors === onlyErrors ? 'bg-raised font-medium text-fg outline outline-line' : 'text-muted hover:text-fg')}
          >
            {onlyErrors ? 'Errors' : 'All'}
          </button>
        ))}
      </div>
    </div>
  );
}
