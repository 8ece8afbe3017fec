import type { ReactNode, RefObject } from 'react';
import { useHotkeys } from '../../app/hotkeys';
import { FilterInput } from './FilterInput';
import { filterError } from './filterError';
import { SavedViews } from './SavedViews';

interface ListToolbarProps {
  area: 'traces' | 'spans';
  /** Before the filter: the project, the status. */
  children: ReactNode;
  /** At its end: the columns. */
  trailing: ReactNode;
  filter: string;
  onFilter: (filter: string) => void;
  /** What the list's request failed with. */
  error: Error | null;
  project: string | null;
  input: RefObject<HTMLInputElement | null>;
}

/** The line above a list: what is shown of it, and how. `/` goes to the filter. */
export function ListToolbar({ area, children, trailing, filter, onFilter, error, project, input }: ListToolbarProps) {
  useHotkeys([{ keys: '/', label: 'Filter', group: area === 'traces' ? 'Traces' : 'Spans', run: () => input.current?.focus() }]);
  return (
    <div role="search" aria-label={`Filter the ${area}`} className="relative z-20 flex shrink-0 flex-wrap items-start gap-2 border-b border-line bg-surface px-4 py-2">
      {children}
      <div className="flex min-w-0 flex-1 basis-80 items-start gap-2">
        <FilterInput
          value={filter}
          onApply={onFilter}
          error={error === null ? null : filterError(error.message)}
          project={project}
          input={input}
          placeholder={area === 'traces' ? "Traces with a span like: latency_ms > 500 and status_code == 'ERROR'" : "span_kind == 'LLM' and latency_ms > 500"}
        />
        <SavedViews area={area} />
        {trailing}
      </div>
    </div>
  );
}
