import { formatCompact, formatCount, formatDuration, formatShare } from '../../app/format';
import { Sparkline } from '../../components/charts/Sparkline';
import { Money } from '../../components/Money';
import { Tokens } from '../../components/Tokens';
import type { Column } from '../lists/columns';
import type { GroupRow } from './users';

/** What users and projects have in common as columns: what they did in the time that is looked at. */
export const GROUP_COLUMNS: readonly Column<GroupRow>[] = [
  { id: 'activity', label: 'Calls over time', track: '7rem', from: 640, cell: ({ callsOverTime, calls }) => <Sparkline label={`${formatCount(calls)} calls over the time`} values={callsOverTime} width={104} /> },
  { id: 'calls', label: 'Calls', track: '5rem', from: 0, isRight: true, cell: ({ calls }) => <span className="tabular" title={formatCount(calls)}>{formatCompact(calls)}</span> },
  { id: 'tokens', label: 'Tokens', track: '5rem', from: 768, isRight: true, cell: ({ totalTokens }) => <Tokens count={totalTokens} compact /> },
  { id: 'errors', label: 'Failed spans', track: '8rem', from: 560, isRight: true, cell: (row) => <Failures {...row} /> },
  { id: 'p90', label: 'Worst p90', track: '5.5rem', from: 900, isRight: true, cell: ({ worstP90Ms }) => <span className="tabular">{worstP90Ms === null ? '—' : formatDuration(worstP90Ms * 1000)}</span> },
  { id: 'cost', label: 'Cost', track: '6rem', isFixed: true, isRight: true, cell: ({ cost }) => <Money usd={cost} /> },
];

/** How many spans failed, and which part that is. */
export function Failures({ errors, spans }: Pick<GroupRow, 'errors' | 'spans'>) {
  if (errors === 0) return <span className="tabular text-subtle">0</span>;
  return (
    <span className="tabular text-danger">
      {formatCount(errors)} <span className="text-subtle">{formatShare(errors / Math.max(1, spans))}</span>
    </span>
  );
}

/** A user or project in a narrow window. */
export function GroupCard({ row, name }: { row: GroupRow; name: React.ReactNode }) {
  return (
    <div className="flex h-[55px] flex-col justify-center gap-0.5">
      <div className="flex items-center justify-between gap-3">
        <span className="min-w-0 truncate font-medium">{name}</span>
        <Money usd={row.cost} className="text-xs" />
      </div>
      <div className="flex items-center justify-between gap-3 text-xs text-muted">
        <span className="tabular">{formatCount(row.calls)} calls</span>
        <Failures {...row} />
      </div>
    </div>
  );
}
