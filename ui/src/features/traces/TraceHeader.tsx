import { ArrowLeft } from 'lucide-react';
import { Link } from 'react-router';
import type { TraceSummary } from '../../api/contract';
import { Badge } from '../../components/Badge';
import { CopyButton } from '../../components/CopyButton';
import { KindIcon } from '../../components/KindIcon';
import { PageHeader } from '../../components/PageHeader';
import { StatusBadge } from '../../components/StatusBadge';
import { listAddress } from './list/places';
import { FailedAttempts } from './list/FailedAttempts';

interface TraceHeaderProps {
  traceId: string;
  summary: TraceSummary | undefined;
  /** Spans are arriving. */
  isLive: boolean;
}

/** Name and outcome of a trace, the way back, and what to hand on. */
export function TraceHeader({ traceId, summary, isLive }: TraceHeaderProps) {
  const back = (
    <Link to={listAddress()} aria-label="Back to the traces" title="Back to the traces" className="-ml-1 inline-flex size-8 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-fg">
      <ArrowLeft size={16} aria-hidden />
    </Link>
  );
  const name = summary?.name || `Trace ${traceId.slice(0, 8)}`;
  return (
    <PageHeader
      leading={back}
      title={
        <span className="flex min-w-0 items-center gap-2">
          {summary && <KindIcon kind={summary.kind} size={16} />}
          <span className="truncate">{name}</span>
        </span>
      }
      documentTitle={name}
      meta={
        <>
          {/* most senders set a status for failures alone */}
          {summary && summary.status !== 'UNSET' && <StatusBadge status={summary.status} message={summary.status_message} />}
          {summary && <FailedAttempts trace={summary} />}
          {isLive && <Badge tone="accent" icon={<span aria-hidden className="size-1.5 animate-breathe rounded-full bg-accent" />}>live</Badge>}
        </>
      }
      actions={
        <>
          <CopyButton text={traceId} variant="ghost" label="Copy trace id" className="max-md:hidden">
            {`${traceId.slice(0, 8)}…`}
          </CopyButton>
          {/* as it is now: span, tab and view included */}
          <CopyButton text={() => location.href} variant="secondary" label="Copy a link to what is shown" className="max-md:hidden">
            Copy link
          </CopyButton>
          <CopyButton text={() => location.href} size="md" label="Copy a link to what is shown" className="md:hidden" />
        </>
      }
    />
  );
}
