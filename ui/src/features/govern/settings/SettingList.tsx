import type { SettingRecord } from '../../../api/contract';
import { Badge } from '../../../components/Badge';
import { type Column, Table } from '../kit/Table';

const COLUMNS: readonly Column<SettingRecord>[] = [
  { id: 'key', header: 'Key', cell: ({ key }) => <code>{key}</code> },
  {
    id: 'value',
    header: 'In force',
    grows: true,
    cell: ({ value, is_set }) => (
      <span title={value} className={is_set ? 'font-medium' : 'text-muted'}>
        {value}
      </span>
    ),
  },
  { id: 'from', header: 'From', align: 'right', cell: ({ is_set }) => (is_set ? <Badge tone="accent">weir.json</Badge> : <Badge>default</Badge>) },
];

export function SettingList({ name, settings }: { name: string; settings: readonly SettingRecord[] }) {
  return <Table label={name} columns={COLUMNS} rows={settings} rowKey={({ key }) => key} />;
}
