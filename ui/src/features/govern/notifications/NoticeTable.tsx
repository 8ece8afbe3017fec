import type { DeliveryRecord } from '../../../api/contract';
import { Badge } from '../../../components/Badge';
import { RelativeTime } from '../../../components/RelativeTime';
import { type Column, Table } from '../kit/Table';

const STATES: Record<string, { tone: 'success' | 'warning' | 'danger'; label: string }> = {
  delivered: { tone: 'success', label: 'delivered' },
  waiting: { tone: 'warning', label: 'waiting' },
  given_up: { tone: 'danger', label: 'given up' },
};

const COLUMNS: readonly Column<DeliveryRecord>[] = [
  { id: 'at', header: 'When', cell: ({ notice }) => <RelativeTime value={notice.created_at} className="text-muted" /> },
  { id: 'text', header: 'Notice', grows: true, cell: ({ notice }) => <span title={notice.text}>{notice.text}</span> },
  { id: 'channel', header: 'By', from: 'sm', cell: ({ channel }) => channel },
  {
    id: 'state',
    header: 'State',
    cell: ({ state, problem }) => (
      <Badge tone={STATES[state]?.tone ?? 'warning'} title={problem ?? ''}>
        {STATES[state]?.label ?? state}
      </Badge>
    ),
  },
  { id: 'problem', header: 'Last problem', from: 'lg', cell: ({ problem }) => <span className="inline-block max-w-80 truncate align-bottom text-muted">{problem}</span> },
  { id: 'attempts', header: 'Tries', from: 'lg', align: 'right', cell: ({ attempts }) => <span className="tabular">{attempts}</span> },
];

export function NoticeTable({ deliveries }: { deliveries: readonly DeliveryRecord[] }) {
  return <Table label="Notices" columns={COLUMNS} rows={deliveries} rowKey={({ notice, channel }) => `${notice.id} ${channel}`} />;
}
