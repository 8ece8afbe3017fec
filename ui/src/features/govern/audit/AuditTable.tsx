import type { AuditRecord } from '../../../api/contract';
import { Badge } from '../../../components/Badge';
import { RelativeTime } from '../../../components/RelativeTime';
import { type Column, Table } from '../kit/Table';
import { ChangedFields } from './ChangedFields';
import { changeText, shortPath } from './audit';

const COLUMNS: readonly Column<AuditRecord>[] = [
  { id: 'at', header: 'When', cell: ({ created_at }) => <RelativeTime value={created_at} className="text-muted" /> },
  { id: 'actor', header: 'Who', cell: ({ actor }) => <span className="inline-block max-w-32 truncate @2xl/table:max-w-48 align-bottom">{actor}</span> },
  { id: 'what', header: 'What', cell: (row) => <What row={row} /> },
  {
    id: 'path',
    header: 'Request',
    grows: true,
    from: 'sm',
    cell: ({ method, path }) => (
      <code className="text-muted" title={path}>
        {method} {shortPath(path)}
      </code>
    ),
  },
  { id: 'status', header: 'Came to', align: 'right', cell: ({ status }) => <Outcome status={status} /> },
];

/** Who asked for what, and what came of it. */
export function AuditTable({ rows }: { rows: readonly AuditRecord[] }) {
  return <Table label="Changes" columns={COLUMNS} rows={rows} rowKey={({ id }) => String(id)} />;
}

function What({ row }: { row: AuditRecord }) {
  if (row.changes === null) return changeText(row);
  return (
    <div className="py-1.5">
      {changeText(row)}
      {row.changes.length === 0 ? <p className="text-xs text-subtle">as it was before</p> : <ChangedFields changes={row.changes} />}
    </div>
  );
}

function Outcome({ status }: { status: number | null }) {
  if (status === null) return <Badge>not noted</Badge>;
  return <Badge tone={status < 400 ? 'success' : 'warning'}>{status < 400 ? `done ${status}` : `refused ${status}`}</Badge>;
}
