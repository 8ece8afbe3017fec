import { Link } from 'react-router';
import type { KeyRecord } from '../../../api/contract';
import { Money } from '../../../components/Money';
import { RelativeTime } from '../../../components/RelativeTime';
import { type Column, Table } from '../kit/Table';
import { KeyMenu } from './KeyMenu';
import { KeyState } from './KeyState';
import { LimitUse } from './LimitUse';

const COLUMNS: readonly Column<KeyRecord>[] = [
  {
    id: 'name',
    header: 'Name',
    grows: true,
    cell: (key) => (
      <Link to={`/keys/${key.hash}`} className="font-medium hover:text-accent hover:underline">
        {key.name}
      </Link>
    ),
  },
  { id: 'label', header: 'Key', from: 'sm', cell: (key) => <code className="text-muted">{key.label}</code> },
  { id: 'state', header: 'State', cell: (key) => <KeyState of={key} /> },
  { id: 'limit', header: 'Limit', from: 'sm', align: 'right', cell: (key) => <LimitUse of={key} /> },
  { id: 'day', header: 'Today', from: 'lg', align: 'right', cell: (key) => <Money usd={key.usage_daily} /> },
  { id: 'month', header: 'This month', from: 'lg', align: 'right', cell: (key) => <Money usd={key.usage_monthly} /> },
  { id: 'all', header: 'In all', align: 'right', cell: (key) => <Money usd={key.usage} /> },
  { id: 'created', header: 'Created', from: 'xl', align: 'right', cell: (key) => <RelativeTime value={key.created_at} className="text-muted" /> },
  { id: 'menu', header: 'Actions', hidesHeader: true, align: 'right', cell: (key) => <KeyMenu of={key} /> },
];

/** The keys of a workspace; a name leads to the key's page. */
export function KeyTable({ keys }: { keys: readonly KeyRecord[] }) {
  return <Table label="Keys" columns={COLUMNS} rows={keys} rowKey={(key) => key.hash} isOff={(key) => key.disabled} />;
}
