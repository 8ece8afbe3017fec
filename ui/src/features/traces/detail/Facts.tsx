import type { ReactNode } from 'react';
import type { SpanRecord } from '../../../api/contract';
import { formatDateTime } from '../../../app/format';
import { Duration } from '../../../components/Duration';
import { KindBadge } from '../../../components/KindBadge';
import { Money } from '../../../components/Money';
import { StatusBadge } from '../../../components/StatusBadge';
import { TokenFlow } from '../../../components/TokenFlow';

/** What a span comes to, in one strip; what it does not say is left out. */
export function Facts({ record }: { record: SpanRecord }) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-xs">
      <span className="flex items-center gap-1.5">
        <KindBadge kind={record.kind} />
        {record.status !== 'UNSET' && <StatusBadge status={record.status} message={record.status_message} />}
      </span>
      {record.model && <Fact name="Model">{record.model}</Fact>}
      {record.provider && <Fact name="Provider">{record.provider}</Fact>}
      <Fact name="Took">
        <Duration us={record.duration_us} />
      </Fact>
      {record.total_tokens !== null && (
        <Fact name="Tokens">
          <TokenFlow {...record} />
        </Fact>
      )}
      {record.cost !== null && (
        <Fact name="Cost">
          <Money usd={record.cost} />
        </Fact>
      )}
      <Fact name="Started">
        <time dateTime={record.start_time}>{formatDateTime(record.start_time)}</time>
      </Fact>
    </div>
  );
}

export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <span className="tabular inline-flex min-w-0 items-baseline gap-1.5">
      <span className="text-subtle">{name}</span>
      <span className="min-w-0 truncate">{children}</span>
    </span>
  );
}
