import { formatCount } from '../../app/format';
import { Duration } from '../../components/Duration';
import { RelativeTime } from '../../components/RelativeTime';
import { TokenFlow } from '../../components/TokenFlow';
import type { Column } from '../lists/columns';
import type { SessionRow } from './queries';
import { SessionSums } from './SessionSums';
import type { SummedSession } from './useSessions';

/** Microseconds from a session's first begin to its last end. */
export function lengthOf({ start_time: start, end_time: end }: SessionRow): number {
  return Math.max(0, Date.parse(end) - Date.parse(start)) * 1000;
}

/** The columns of the sessions of a project. */
export const SESSION_COLUMNS: readonly Column<SummedSession>[] = [
  { id: 'session', label: 'Session', track: 'minmax(10rem,1fr)', isFixed: true, cell: ({ session_id: id }) => <span className="font-mono" title={id}>{id}</span> },
  { id: 'latest', label: 'Last turn', track: '5rem', from: 0, cell: ({ end_time: end }) => <RelativeTime value={end} className="tabular text-muted" /> },
  { id: 'turns', label: 'Turns', track: '4rem', from: 0, isRight: true, cell: ({ traces }) => <span className="tabular">{formatCount(traces.length)}</span> },
  { id: 'length', label: 'From first to last', track: '7rem', from: 768, isRight: true, cell: (session) => <Duration us={lengthOf(session)} /> },
  { id: 'calls', label: 'Calls', track: '4rem', from: 900, isRight: true, cell: ({ sums }) => <SessionSums sums={sums} what="calls" /> },
  {
    id: 'tokens',
    label: 'Tokens',
    track: '7rem',
    from: 640,
    isRight: true,
    cell: (session) => <TokenFlow prompt_tokens={session.token_count_prompt} completion_tokens={session.token_count_completion} total_tokens={session.token_count_total} />,
  },
  { id: 'errors', label: 'Failed spans', track: '5.5rem', from: 900, isRight: true, cell: ({ sums }) => <SessionSums sums={sums} what="errors" /> },
  { id: 'cost', label: 'Cost', track: '5.5rem', from: 480, isRight: true, cell: ({ sums }) => <SessionSums sums={sums} what="cost" /> },
];
