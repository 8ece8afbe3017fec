import { memo, type RefObject } from 'react';
import { Link } from 'react-router';
import type { TraceSummary } from '../../../api/contract';
import { cx } from '../../../app/cx';
import { formatCount } from '../../../app/format';
import { Duration } from '../../../components/Duration';
import { KindIcon } from '../../../components/KindIcon';
import { Money } from '../../../components/Money';
import { RelativeTime } from '../../../components/RelativeTime';
import { StatusDot } from '../../../components/StatusDot';
import { shortModel } from '../modelName';
import { TokenFlow } from '../TokenFlow';
import { FailedAttempts } from './FailedAttempts';
import { Preview } from './Preview';
import { AT_4XL, AT_5XL, AT_WIDE, LIST_COLUMNS } from './traceColumns';

export interface TraceRowProps {
  trace: TraceSummary;
  isSelected: boolean;
  /** When it arrived or changed while in view; 0 is never. */
  flash: number;
  /** The latency that fills the bar, microseconds. */
  longestUs: number;
  isCard: boolean;
  link: RefObject<HTMLAnchorElement | null> | null;
  onOpen: (traceId: string) => void;
  /** A link does nothing on the space bar, so it is free for the pause. */
  onSpace: () => void;
}

/** One trace; all of the row is a link. */
export const TraceRow = memo(function TraceRow({ trace, isSelected, flash, longestUs, isCard, link, onOpen, onSpace }: TraceRowProps) {
  return (
    <Link
      ref={link}
      to={`/traces/${trace.trace_id}`}
      tabIndex={isSelected ? 0 : -1}
      aria-current={isSelected || undefined}
      onClick={() => onOpen(trace.trace_id)}
      onKeyDown={(event) => {
        if (event.key !== ' ') return;
        event.preventDefault();
        onSpace();
      }}
      className={cx('relative block border-b border-line px-4 text-sm -outline-offset-2!', isSelected ? 'bg-selected' : 'hover:bg-hover')}
    >
      {flash > 0 && <span key={flash} aria-hidden className="pointer-events-none absolute inset-0 animate-arrive" />}
      {isCard ? <Card trace={trace} /> : <Cells trace={trace} longestUs={longestUs} />}
    </Link>
  );
});

function Cells({ trace, longestUs }: { trace: TraceSummary; longestUs: number }) {
  const share = Math.min(100, (trace.duration_us / longestUs) * 100);
  return (
    <div className={`${LIST_COLUMNS} relative h-[31px]`}>
      <span className="flex justify-center">
        <StatusDot status={trace.status} />
      </span>
      <RelativeTime value={trace.received_at} className="tabular truncate text-xs text-muted" />
      <Name trace={trace} />
      <Preview input={trace.input} output={trace.output} message={trace.status_message} />
      <span className={`${AT_WIDE} truncate text-xs text-muted`} title={trace.project}>
        {trace.project}
      </span>
      <span className={`${AT_4XL} truncate text-xs`} title={modelTitle(trace)}>
        <Model model={trace.model} />
        {trace.model_count > 1 && <span className="text-subtle"> +{trace.model_count - 1}</span>}
      </span>
      <span className={`${AT_WIDE} truncate text-xs text-muted`}>{trace.provider ?? '—'}</span>
      <span className={`${AT_5XL} text-right text-xs`}>
        <TokenFlow {...trace} />
      </span>
      <span className={`${AT_4XL} text-right text-xs`}>
        <Money usd={trace.cost} />
      </span>
      <span className="flex min-w-0 items-center gap-2 text-xs">
        <span aria-hidden className="h-1 min-w-0 flex-1">
          <span className={cx('ml-auto block h-full rounded-full', trace.status === 'ERROR' ? 'bg-danger/70' : 'bg-accent/50')} style={{ width: `max(1px, ${share}%)` }} />
        </span>
        <Duration us={trace.duration_us} className="w-14 shrink-0 text-right" />
      </span>
      <span className={`${AT_5XL} tabular text-right text-xs text-muted`} title={`${formatCount(trace.span_count)} spans`}>
        {formatCount(trace.span_count)}
        {trace.is_partial && '+'}
      </span>
    </div>
  );
}

function Card({ trace }: { trace: TraceSummary }) {
  return (
    <div className="relative flex h-[55px] flex-col justify-center gap-0.5">
      <div className="flex items-center gap-2">
        <StatusDot status={trace.status} />
        <Name trace={trace} />
        <span className="ml-auto flex shrink-0 items-center gap-3 text-xs text-muted">
          {trace.cost !== null && <Money usd={trace.cost} />}
          <Duration us={trace.duration_us} />
        </span>
      </div>
      <div className="flex items-center gap-2 pl-4">
        <div className="min-w-0 flex-1">
          <Preview input={trace.input} output={trace.output} message={trace.status_message} />
        </div>
        <RelativeTime value={trace.received_at} className="tabular shrink-0 text-xs text-subtle" />
      </div>
    </div>
  );
}

function Name({ trace }: { trace: TraceSummary }) {
  return (
    <span className="flex min-w-0 items-center gap-2">
      <KindIcon kind={trace.kind} />
      <span className={cx('min-w-0 truncate font-medium', trace.status === 'ERROR' && 'text-danger')} title={trace.name}>
        {trace.name || '(no name)'}
      </span>
      <FailedAttempts trace={trace} isShort />
    </span>
  );
}

function Model({ model }: { model: string | null }) {
  if (model === null) return <span className="text-subtle">—</span>;
  return (
    <>
      <span className="@min-[88rem]/list:hidden">{shortModel(model)}</span>
      <span className="hidden @min-[88rem]/list:inline">{model}</span>
    </>
  );
}

function modelTitle(trace: TraceSummary): string | undefined {
  if (trace.model === null) return undefined;
  const others = trace.model_count > 1 ? ` and ${trace.model_count - 1} more` : '';
  return `${trace.model}${others}${trace.provider === null ? '' : ` at ${trace.provider}`}`;
}
