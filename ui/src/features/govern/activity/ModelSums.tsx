import { formatCompact, formatCount } from '../../../app/format';
import { Money } from '../../../components/Money';
import { type Column, Table } from '../kit/Table';
import type { ModelSum } from './activity';

const COLUMNS: readonly Column<ModelSum>[] = [
  { id: 'model', header: 'Model', grows: true, cell: ({ model }) => <span className="font-medium">{model}</span> },
  { id: 'spend', header: 'Spend', align: 'right', cell: ({ spend }) => <Money usd={spend} /> },
  {
    id: 'tokens',
    header: 'Tokens',
    align: 'right',
    cell: ({ tokens }) => (
      <span className="tabular" title={formatCount(tokens)}>
        {formatCompact(tokens)}
      </span>
    ),
  },
  { id: 'requests', header: 'Requests', align: 'right', cell: ({ requests }) => <span className="tabular">{formatCount(requests)}</span> },
];

/** What each model came to. */
export function ModelSums({ sums }: { sums: readonly ModelSum[] }) {
  return <Table label="By model" columns={COLUMNS} rows={sums} rowKey={({ model }) => model} />;
}
