import { Link } from 'react-router';
import { formatCount } from '../../app/format';
import { type Column, DataTable } from '../../components/DataTable';
import { RelativeTime } from '../../components/RelativeTime';
import type { ExperimentRecord } from './types';

export const MOST_COMPARED_EXPERIMENTS = 4;

interface ExperimentTableProps {
  experiments: readonly ExperimentRecord[];
  chosen: readonly string[];
  onChoose: (ids: string[]) => void;
}

function columnsFor(chosen: readonly string[], onChoose: (ids: string[]) => void): readonly Column<ExperimentRecord>[] {
  const isFull = chosen.length >= MOST_COMPARED_EXPERIMENTS;
  return [
    {
      name: 'Compare',
      cell: ({ id, name }) => (
        <input
          type="checkbox"
          aria-label={`Compare ${name}`}
          checked={chosen.includes(id)}
          disabled={isFull && !chosen.includes(id)}
          onChange={(event) => onChoose(event.target.checked ? [...chosen, id] : chosen.filter((other) => other !== id))}
          className="size-3.5 align-middle accent-accent"
        />
      ),
    },
    { name: 'Experiment', cell: ({ id, name }) => <Link to={`/experiments?id=${encodeURIComponent(id)}`} className="font-medium hover:underline">{name}</Link> },
    { name: 'Runs', isNumber: true, cell: ({ successful_run_count: runs }) => formatCount(runs) },
    { name: 'Failed', isNumber: true, cell: ({ failed_run_count: failed }) => <span className={failed > 0 ? 'text-danger' : undefined}>{formatCount(failed)}</span> },
    { name: 'Missing', isNumber: true, cell: ({ missing_run_count: missing }) => formatCount(missing) },
    { name: 'Repetitions', isNumber: true, cell: ({ repetitions }) => formatCount(repetitions) },
    { name: 'Made', cell: ({ created_at: at }) => <RelativeTime value={at} className="text-muted" /> },
    { name: 'About', cell: ({ description }) => <span className="text-muted">{description ?? ''}</span> },
  ];
}

/** The experiments of a dataset, to be put side by side. */
export function ExperimentTable({ experiments, chosen, onChoose }: ExperimentTableProps) {
  return <DataTable label="Experiments" columns={columnsFor(chosen, onChoose)} rows={experiments} keyOf={({ id }) => id} />;
}
