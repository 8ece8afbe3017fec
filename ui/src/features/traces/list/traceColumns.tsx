import type { TraceSummary } from '../../../api/contract';
import { formatCount } from '../../../app/format';
import { Money } from '../../../components/Money';
import { RelativeTime } from '../../../components/RelativeTime';
import { StatusDot } from '../../../components/StatusDot';
import { LatencyCell, ModelCell, NameCell, TextCell } from '../../lists/Cells';
import type { Column } from '../../lists/columns';
import { TokenFlow } from '../../../components/TokenFlow';
import { FailedAttempts } from './FailedAttempts';
import { Preview } from '../../lists/Preview';

/** The columns of the traces; `from` leaves out first what is least missed. */
export const TRACE_COLUMNS: readonly Column<TraceSummary>[] = [
  { id: 'status', label: '', track: '1rem', isFixed: true, cell: ({ status }) => <span className="flex justify-center"><StatusDot status={status} /></span> },
  { id: 'received', label: 'Received', track: '3.75rem', from: 0, cell: ({ received_at }) => <RelativeTime value={received_at} className="tabular text-muted" /> },
  {
    id: 'name',
    label: 'Name',
    track: 'minmax(9rem,12.5rem)',
    isFixed: true,
    cell: (trace) => (
      <NameCell kind={trace.kind} name={trace.name} isFailed={trace.status === 'ERROR'}>
        <FailedAttempts trace={trace} isShort />
      </NameCell>
    ),
  },
  { id: 'io', label: 'Input and output', track: 'minmax(6rem,3fr)', isFixed: true, cell: ({ input, output, status_message }) => <Preview input={input} output={output} message={status_message} /> },
  { id: 'project', label: 'Project', track: 'minmax(4rem,7rem)', from: 1400, cell: ({ project }) => <TextCell text={project} /> },
  { id: 'model', label: 'Model', track: 'minmax(5rem,8.5rem)', from: 896, cell: ({ model, model_count }) => <ModelCell model={model} count={model_count} /> },
  { id: 'provider', label: 'Provider', track: 'minmax(4rem,6.5rem)', from: 1400, cell: ({ provider }) => <TextCell text={provider} /> },
  { id: 'session', label: 'Session', track: 'minmax(4rem,7rem)', cell: ({ session_id }) => <TextCell text={session_id} isMono /> },
  { id: 'user', label: 'User', track: 'minmax(4rem,7rem)', cell: ({ user_id }) => <TextCell text={user_id} isMono /> },
  { id: 'tokens', label: 'Tokens', track: '6rem', from: 1024, isRight: true, cell: (trace) => <TokenFlow {...trace} /> },
  { id: 'cost', label: 'Cost', track: '4.75rem', from: 896, isRight: true, cell: ({ cost }) => <Money usd={cost} /> },
  {
    id: 'latency',
    label: 'Latency',
    track: '6.5rem',
    from: 0,
    isRight: true,
    cell: ({ duration_us, status }, scale) => <LatencyCell us={duration_us} scale={scale} isFailed={status === 'ERROR'} />,
  },
  {
    id: 'spans',
    label: 'Spans',
    track: '2.75rem',
    from: 1024,
    isRight: true,
    cell: ({ span_count, is_partial }) => (
      <span className="tabular text-muted">
        {formatCount(span_count)}
        {is_partial && '+'}
      </span>
    ),
  },
];
