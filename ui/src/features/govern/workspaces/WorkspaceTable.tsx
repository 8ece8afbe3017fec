import { Link } from 'react-router';
import type { WorkspaceRecord } from '../../../api/contract';
import { RelativeTime } from '../../../components/RelativeTime';
import { type Column, Table } from '../kit/Table';

const COLUMNS: readonly Column<WorkspaceRecord>[] = [
  {
    id: 'name',
    header: 'Name',
    cell: ({ slug, name }) => (
      <Link to={`/workspaces/${slug}`} className="font-medium hover:text-accent hover:underline">
        {name}
      </Link>
    ),
  },
  { id: 'slug', header: 'Slug', from: 'sm', cell: ({ slug }) => <code className="text-muted">{slug}</code> },
  { id: 'description', header: 'Description', grows: true, cell: ({ description }) => <span className="text-muted">{description}</span> },
  {
    id: 'keys',
    header: 'Keys',
    cell: ({ slug, name }) => (
      <Link to={slug === 'default' ? '/keys' : `/keys?workspace=${slug}`} className="text-accent hover:underline" aria-label={`Keys of ${name}`}>
        Keys
      </Link>
    ),
  },
  { id: 'created', header: 'Created', from: 'lg', align: 'right', cell: ({ created_at }) => <RelativeTime value={created_at} className="text-muted" /> },
];

export function WorkspaceTable({ workspaces }: { workspaces: readonly WorkspaceRecord[] }) {
  return <Table label="Workspaces" columns={COLUMNS} rows={workspaces} rowKey={({ id }) => id} />;
}
