import type { SpanSummary } from '../../api/contract';
import { Money } from '../../components/Money';
import { RelativeTime } from '../../components/RelativeTime';
import { StatusDot } from '../../components/StatusDot';
import { LatencyCell, ModelCell, NameCell, TextCell } from '../lists/Cells';
import type { Column } from '../lists/columns';
import { Preview } from '../lists/Preview';
import { TokenFlow } from '../../components/TokenFlow';

/** The columns of the spans; `from` leaves out first what is least missed. */
export const SPAN_COLUMNS: readonly Column<SpanSummary>[] = [
  { id: 'status', label: '', track: '1rem', isFixed: true, cell: ({ status }) => <span className="flex justify-center"><StatusDot status={status} /></span> },
  { id: 'received', label: 'Received', track: '3.75rem', from: 0, cell: ({ received_at }) => <RelativeTime value={received_at} className="tabular text-muted" /> },
  { id: 'name', label: 'Name', track: 'minmax(9rem,12.5rem)', isFixed: true, cell: ({ kind, name, status }) => <NameCell kind={kind} name={name} isFailed={status === 'ERROR'} /> },
  { id: 'io', label: 'Input and output', track: 'minmax(6rem,3fr)', isFixed: true, cell: ({ input, output, status_message }) => <Preview input={input} output={output} message={status_message} /> },
  { id: 'model', label: 'Model', track: 'minmax(5rem,9rem)', from: 896, cell: ({ model }) => <ModelCell model={model} /> },
  { id: 'provider', label: 'Provider', track: 'minmax(4rem,7rem)', from: 1200, cell: ({ provider }) => <TextCell text={provider} /> },
  { id: 'session', label: 'Session', track: 'minmax(4rem,7rem)', cell: ({ session_id }) => <TextCell text={session_id} isMono /> },
  { id: 'user', label: 'User', track: 'minmax(4rem,7rem)', from: 1500, cell: ({ user_id }) => <TextCell text={user_id} isMono /> },
  { id: 'trace', label: 'Trace', track: '5rem', cell: ({ trace_id }) => <TextCell text={trace_id.slice(0, 8)} isMono /> },
  { id: 'tokens', label: 'Tokens', track: '6rem', from: 1024, isRight: true, cell: (span) => <TokenFlow {...span} /> },
  { id: 'cost', label: 'Cost', track: '4.75rem', from: 896, isRight: true, cell: ({ cost }) => <Money usd={cost} /> },
  {
    id: 'latency',
    label: 'Latency',
    track: '6.5rem',
    from: 0,
    isRight: true,
    cell: ({ duration_us, status }, scale) => <LatencyCell us={duration_us} scale={scale} isFailed={status === 'ERROR'} />,
  },
];
