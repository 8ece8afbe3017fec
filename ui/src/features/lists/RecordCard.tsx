import type { ReactNode } from 'react';
import type { SpanSummary, TraceSummary } from '../../api/contract';
import { Duration } from '../../components/Duration';
import { Money } from '../../components/Money';
import { RelativeTime } from '../../components/RelativeTime';
import { StatusDot } from '../../components/StatusDot';
import { NameCell } from './Cells';
import { Preview } from './Preview';

/** A trace or span in a narrow window: two lines. */
export function RecordCard({ record, badge }: { record: TraceSummary | SpanSummary; badge?: ReactNode }) {
  return (
    <div className="relative flex h-[55px] flex-col justify-center gap-0.5">
      <div className="flex items-center gap-2">
        <StatusDot status={record.status} />
        <NameCell kind={record.kind} name={record.name} isFailed={record.status === 'ERROR'}>
          {badge}
        </NameCell>
        <span className="ml-auto flex shrink-0 items-center gap-3 text-xs text-muted">
          {record.cost !== null && <Money usd={record.cost} />}
          <Duration us={record.duration_us} />
        </span>
      </div>
      <div className="flex items-center gap-2 pl-4">
        <div className="min-w-0 flex-1">
          <Preview input={record.input} output={record.output} message={record.status_message} />
        </div>
        <RelativeTime value={record.received_at} className="tabular shrink-0 text-xs text-subtle" />
      </div>
    </div>
  );
}
