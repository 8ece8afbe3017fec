import type { EntryRecord } from '../../../api/contract';
import { Badge } from '../../../components/Badge';
import { Money } from '../../../components/Money';
import { RelativeTime } from '../../../components/RelativeTime';
import { type Column, Table } from '../kit/Table';

const TONES = { grant: 'success', charge: 'neutral', refund: 'info' } as const;

const COLUMNS: readonly Column<EntryRecord>[] = [
  { id: 'at', header: 'When', cell: (entry) => <RelativeTime value={entry.created_at} className="text-muted" /> },
  { id: 'kind', header: 'Kind', cell: (entry) => <Badge tone={TONES[entry.kind as keyof typeof TONES] ?? 'neutral'}>{entry.kind}</Badge> },
  { id: 'amount', header: 'Amount', align: 'right', cell: (entry) => <Money usd={entry.amount} className={entry.amount > 0 ? 'text-success' : ''} /> },
  {
    id: 'what',
    header: 'For',
    grows: true,
    cell: ({ note, generation_id: id }) => (
      <>
        {note}
        {note && id && ' · '}
        {id && <code className="text-muted">{id}</code>}
        {!note && !id && '—'}
      </>
    ),
  },
  {
    id: 'actor',
    header: 'By',
    from: 'sm',
    cell: (entry) => <code className="text-muted">{entry.actor.length === 64 ? `key ${entry.actor.slice(0, 8)}…` : entry.actor}</code>,
  },
  { id: 'id', header: 'No.', from: 'xl', align: 'right', cell: (entry) => <span className="tabular text-subtle">{entry.id}</span> },
];

/** Movements of money; none of them is ever changed. */
export function EntryTable({ entries }: { entries: readonly EntryRecord[] }) {
  return <Table label="Entries" columns={COLUMNS} rows={entries} rowKey={(entry) => String(entry.id)} />;
}
