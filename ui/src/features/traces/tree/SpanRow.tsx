import { ChevronRight, CircleAlert } from 'lucide-react';
import { memo } from 'react';
import type { SpanNode } from '../../../api/contract';
import { cx } from '../../../app/cx';
import { formatCompact, formatCount, formatDuration, formatUsd, formatUsdExact } from '../../../app/format';
import { KindIcon } from '../../../components/KindIcon';
import { kindLook } from '../../../components/spanKind';
import { shortModel } from '../../../components/modelName';
import { barOf, type TimeScale } from './timeScale';
import { TREE_COLUMNS } from './treeColumns';

const INDENT_PX = 14;
/** Deeper spans are not moved further right: the name has to stay readable. */
const MAX_INDENTS = 16;

export interface SpanRowProps {
  span: SpanNode;
  index: number;
  position: number;
  siblings: number;
  scale: TimeScale;
  isSelected: boolean;
  isFolded: boolean;
  /** Shown only because something below it matches the filter. */
  isDimmed: boolean;
  onSelect: (index: number) => void;
  onToggle: (index: number) => void;
  onHover: (index: number) => void;
}

/** One span in the tree: who it is on the left, when it was on the right, on the scale that all rows share. */
export const SpanRow = memo(function SpanRow({ span, index, position, siblings, scale, isSelected, isFolded, isDimmed, onSelect, onToggle, onHover }: SpanRowProps) {
  const bar = barOf(scale, span.start_us, span.duration_us);
  const hasChildren = span.descendant_count > 0;
  // of a step without a call of its own, what its calls add up to
  const tokens = span.total_tokens ?? span.subtree_tokens;
  const cost = span.cost ?? span.subtree_cost;
  return (
    // the tree has the keyboard for all its rows
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={spanRowId(span.span_id)}
      role="treeitem"
      tabIndex={-1}
      aria-level={span.depth + 1}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-selected={isSelected}
      aria-expanded={hasChildren ? !isFolded : undefined}
      onClick={() => onSelect(index)}
      onPointerEnter={() => onHover(index)}
      className={cx(TREE_COLUMNS, 'h-8 cursor-pointer pr-3 text-sm', isSelected ? 'bg-selected outline-accent -outline-offset-1 group-focus-visible/rows:outline-1' : 'hover:bg-hover', isDimmed && 'text-subtle')}
    >
      <div className="relative flex h-full min-w-0 items-center gap-1.5" style={{ paddingLeft: 6 + Math.min(span.depth, MAX_INDENTS) * INDENT_PX }}>
        <Guides depth={Math.min(span.depth, MAX_INDENTS)} />
        <span className="flex size-4 shrink-0 items-center justify-center">
          {hasChildren && (
            <span
              // aria-expanded and the arrow keys say and do the same
              aria-hidden
              title={isFolded ? `Unfold ${formatCount(span.descendant_count)}` : 'Fold'}
              className="flex size-4 items-center justify-center rounded-sm text-subtle hover:bg-line hover:text-fg"
              onClick={(event) => {
                event.stopPropagation();
                onToggle(index);
              }}
            >
              <ChevronRight size={12} className={cx('transition-transform duration-100', !isFolded && 'rotate-90')} />
            </span>
          )}
        </span>
        <KindIcon kind={span.kind} />
        <span className={cx('min-w-0 truncate', span.status === 'ERROR' && 'text-danger')} title={titleOf(span)}>
          {span.name || '(no name)'}
        </span>
        <ErrorMark span={span} isFolded={isFolded} />
        {isFolded && <span className="tabular shrink-0 rounded-full bg-sunken px-1.5 text-2xs leading-4 text-muted">+{formatCount(span.descendant_count)}</span>}
        {span.model !== null && span.model !== span.name && (
          // takes what the name leaves
          <span className="hidden min-w-0 flex-[1_1_0] truncate text-2xs text-subtle @lg/tree:inline">{shortModel(span.model)}</span>
        )}
      </div>
      <div className="tree-bars relative hidden h-full min-w-0 @sm/tree:block" title={`${startOf(span)}, took ${formatDuration(span.duration_us)}`}>
        <span
          className={cx('absolute top-1/2 h-2 min-w-0.5 -translate-y-1/2 rounded-[2px]', kindLook(span.kind).bar, isDimmed && 'opacity-40')}
          style={{ left: `min(${bar.left}%, calc(100% - 2px))`, width: `${bar.width}%` }}
        />
      </div>
      <span className="tabular text-right text-xs whitespace-nowrap text-muted">{formatDuration(span.duration_us)}</span>
      <span className="tabular hidden text-right text-xs whitespace-nowrap text-subtle @xl/tree:block" title={tokens === null ? undefined : `${formatCount(tokens)} tokens`}>
        {tokens === null ? '' : formatCompact(tokens)}
      </span>
      <span className="tabular hidden text-right text-xs whitespace-nowrap text-subtle @2xl/tree:block" title={cost === null ? undefined : formatUsdExact(cost)}>
        {cost === null ? '' : formatUsd(cost)}
      </span>
    </div>
  );
});

export function spanRowId(spanId: string): string {
  return `span-${spanId}`;
}

/** A hairline for each level above, drawn as one background. */
function Guides({ depth }: { depth: number }) {
  if (depth === 0) return null;
  return (
    <span
      aria-hidden
      className="pointer-events-none absolute inset-y-0 left-[13px] bg-[repeating-linear-gradient(to_right,var(--color-line)_0_1px,transparent_1px_14px)]"
      style={{ width: depth * INDENT_PX }}
    />
  );
}

/** Filled when the span failed itself, hollow when something folded below it did. */
function ErrorMark({ span, isFolded }: { span: SpanNode; isFolded: boolean }) {
  if (span.status === 'ERROR') {
    return (
      <span role="img" aria-label="Error" title={span.status_message || 'Error'} className="shrink-0 text-danger">
        <CircleAlert size={13} aria-hidden />
      </span>
    );
  }
  if (!isFolded || span.subtree_errors === 0) return null;
  const text = `${formatCount(span.subtree_errors)} failed below`;
  return <span role="img" aria-label={text} title={text} className="size-2 shrink-0 rounded-full border-[1.5px] border-danger" />;
}

function titleOf(span: SpanNode): string {
  const said = [span.name, kindLook(span.kind).name, span.model, span.provider, span.is_orphan && 'its parent is not in this trace (yet)'];
  return said.filter(Boolean).join(' · ');
}

function startOf(span: SpanNode): string {
  return `${kindLook(span.kind).name}, starts at ${formatDuration(span.start_us)}`;
}
