import { ChevronsDownUp, ChevronsUpDown, CircleAlert, Search } from 'lucide-react';
import type { RefObject } from 'react';
import { formatCount } from '../../../app/format';
import { useHotkeys } from '../../../app/hotkeys';
import { Button } from '../../../components/Button';
import { IconButton } from '../../../components/IconButton';
import { Input } from '../../../components/Input';
import { Kbd } from '../../../components/Kbd';
import type { SpanTreeState } from './useSpanTree';

interface TreeToolbarProps {
  state: SpanTreeState;
  errors: number;
  input: RefObject<HTMLInputElement | null>;
  onLeave: () => void;
}

/** Above the tree: the filter, the way to the next error, fold and unfold. */
export function TreeToolbar({ state, errors, input, onLeave }: TreeToolbarProps) {
  const { filter, filterText, setFilterText, tree, folded, foldAll, unfoldAll, goToNextError } = state;
  useHotkeys([
    { keys: '/', label: 'Filter the spans', group: 'Trace', run: () => input.current?.focus() },
    { keys: 'e', label: 'Go to the next error', group: 'Trace', run: goToNextError },
  ]);
  return (
    <div className="flex h-10 shrink-0 items-center gap-1.5 border-b border-line px-2">
      <Input
        ref={input}
        className="h-7 flex-1 border-line"
        type="search"
        aria-label="Filter spans by name, kind, model or status"
        placeholder="Filter spans"
        icon={<Search size={13} aria-hidden />}
        trailing={filterText === '' ? <Kbd keys="/" /> : undefined}
        value={filterText}
        onChange={(event) => setFilterText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' && event.key !== 'Enter' && event.key !== 'ArrowDown') return;
          event.preventDefault();
          if (event.key === 'Escape') setFilterText('');
          onLeave();
        }}
      />
      <span role="status" className="tabular shrink-0 text-xs text-muted">
        {filter ? `${formatCount(filter.matches)} of ${formatCount(tree.spans.length)}` : `${formatCount(tree.spans.length)} ${tree.spans.length === 1 ? 'span' : 'spans'}`}
      </span>
      {errors > 0 && (
        <Button size="sm" variant="ghost" title="Go to the next error (e)" className="text-danger!" icon={<CircleAlert size={13} aria-hidden />} onClick={goToNextError}>
          {formatCount(errors)} {errors === 1 ? 'error' : 'errors'}
        </Button>
      )}
      {folded.size > 0 ? (
        <IconButton size="sm" label="Unfold all" icon={<ChevronsUpDown size={14} aria-hidden />} onClick={unfoldAll} />
      ) : (
        <IconButton size="sm" label="Fold all" icon={<ChevronsDownUp size={14} aria-hidden />} onClick={foldAll} />
      )}
    </div>
  );
}
