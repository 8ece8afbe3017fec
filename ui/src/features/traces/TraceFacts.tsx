import { Link } from 'react-router';
import type { TraceSummary } from '../../api/contract';
import { formatDateTime } from '../../app/format';
import { Duration } from '../../components/Duration';
import { Money } from '../../components/Money';
import { RelativeTime } from '../../components/RelativeTime';
import { quoted } from '../filter/filterCompletions';
import { Fact } from './detail/Facts';
import { TokenFlow } from '../../components/TokenFlow';

/** What a whole trace comes to, in one line below its name. */
export function TraceFacts({ summary }: { summary: TraceSummary }) {
  return (
    <div className="flex min-h-9 shrink-0 items-center gap-x-5 gap-y-1 border-b border-line bg-surface px-4 py-1.5 text-xs max-md:overflow-x-auto max-md:*:shrink-0 md:flex-wrap">
      <Fact name="Project">
        <Link to={`/traces?project=${encodeURIComponent(summary.project)}`} className="text-accent hover:underline">
          {summary.project}
        </Link>
      </Fact>
      <Fact name="Started">
        <span title={formatDateTime(summary.start_time)}>
          <RelativeTime value={summary.start_time} />
        </span>
      </Fact>
      <Fact name="Took">
        <Duration us={summary.duration_us} />
      </Fact>
      {summary.total_tokens !== null && (
        <Fact name="Tokens">
          <TokenFlow {...summary} />
        </Fact>
      )}
      <Fact name="Cost">
        <Money usd={summary.cost} />
      </Fact>
      {summary.model && (
        <Fact name="Model">
          {summary.model}
          {summary.model_count > 1 && <span className="text-subtle"> +{summary.model_count - 1}</span>}
        </Fact>
      )}
      {summary.provider && <Fact name="Provider">{summary.provider}</Fact>}
      {summary.session_id && (
        <Fact name="Session">
          <Link to={`/sessions/${encodeURIComponent(summary.session_id)}?project=${encodeURIComponent(summary.project)}`} className="font-mono text-2xs text-accent hover:underline">
            {summary.session_id}
          </Link>
        </Fact>
      )}
      {summary.user_id && (
        <Fact name="User">
          <Link to={`/traces?${new URLSearchParams({ filter: `user.id == ${quoted(summary.user_id)}` }).toString()}`} className="font-mono text-2xs text-accent hover:underline">
            {summary.user_id}
          </Link>
        </Fact>
      )}
    </div>
  );
}
