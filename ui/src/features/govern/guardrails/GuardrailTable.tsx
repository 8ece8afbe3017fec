import { Link } from 'react-router';
import type { GuardrailRecord } from '../../../api/contract';
import { Badge } from '../../../components/Badge';
import { RelativeTime } from '../../../components/RelativeTime';
import { type Column, Table } from '../kit/Table';
import { WorkspaceName } from '../names';
import { summaryOf } from './guardrailBody';

const COLUMNS: readonly Column<GuardrailRecord>[] = [
  {
    id: 'name',
    header: 'Name',
    cell: ({ id, name }) => (
      <Link to={`/guardrails/${id}`} className="font-medium hover:text-accent hover:underline">
        {name}
      </Link>
    ),
  },
  {
    id: 'does',
    header: 'Limits',
    grows: true,
    cell: (guardrail) => (
      <span className="inline-flex gap-1">
        {summaryOf(guardrail).map((part) => (
          <Badge key={part}>{part}</Badge>
        ))}
      </span>
    ),
  },
  { id: 'for', header: 'Workspace', from: 'sm', cell: ({ workspace_id }) => <WorkspaceName id={workspace_id} /> },
  { id: 'created', header: 'Created', from: 'lg', align: 'right', cell: ({ created_at }) => <RelativeTime value={created_at} className="text-muted" /> },
];

export function GuardrailTable({ guardrails }: { guardrails: readonly GuardrailRecord[] }) {
  return <Table label="Guardrails" columns={COLUMNS} rows={guardrails} rowKey={({ id }) => id} />;
}
