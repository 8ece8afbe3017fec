import { Braces, CaseSensitive, Equal, Hash, type LucideIcon, TextSearch } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { cx } from '../../app/cx';
import { Kbd } from '../../components/Kbd';
import type { Completion } from './filterCompletions';

const ICONS: Record<Completion['kind'], LucideIcon> = { field: Hash, function: TextSearch, operator: Equal, value: CaseSensitive, word: Braces };

interface CompletionListProps {
  id: string;
  options: readonly Completion[];
  active: number;
  isShown: boolean;
  onAccept: (index: number) => void;
}

/** What could come next, below the filter. The focus stays in the filter. */
export function CompletionList({ id, options, active, isShown, onAccept }: CompletionListProps) {
  const chosen = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // newer browsers give a promise, which is no way to clean up
    void chosen.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div className={cx('absolute top-9 left-0 z-30 w-full max-w-xl rounded-lg border border-line bg-raised shadow-float', !isShown && 'hidden')}>
      <div id={`${id}list`} role="listbox" aria-label="Completions" className="max-h-72 overflow-y-auto p-1">
        {options.map((option, index) => {
          const Icon = ICONS[option.kind];
          return (
            <div
              key={option.text}
              id={`${id}option${index}`}
              ref={index === active ? chosen : undefined}
              role="option"
              aria-selected={index === active}
              // before the input loses the focus
              onPointerDown={(event) => {
                event.preventDefault();
                onAccept(index);
              }}
              className={cx('flex h-7 cursor-default items-center gap-2.5 rounded-sm px-2', index === active ? 'bg-selected' : 'hover:bg-hover')}
            >
              <Icon size={13} className="shrink-0 text-subtle" aria-hidden />
              <span className="min-w-0 truncate font-mono text-xs">{option.text}</span>
              <span className="ml-auto min-w-0 shrink truncate pl-4 text-2xs text-muted">{option.about}</span>
            </div>
          );
        })}
      </div>
      <p className="flex items-center gap-3 border-t border-line px-2.5 py-1.5 text-2xs text-subtle" aria-hidden>
        <span className="flex items-center gap-1"><Kbd keys="Tab" /> completes</span>
        <span className="flex items-center gap-1"><Kbd keys="Enter" /> applies</span>
      </p>
    </div>
  );
}
