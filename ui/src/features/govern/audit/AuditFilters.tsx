import { Input } from '../../../components/Input';
import { Select } from '../../../components/Select';
import type { AuditFilter } from './audit';

const METHODS = [
  { value: '', label: 'Any change' },
  { value: 'POST', label: 'Made' },
  { value: 'PUT', label: 'Set' },
  { value: 'PATCH', label: 'Changed' },
  { value: 'DELETE', label: 'Deleted' },
];
const AREAS = [
  { value: '', label: 'Of anything' },
  { value: '/keys', label: 'Keys' },
  { value: '/workspaces', label: 'Workspaces' },
  { value: '/budgets', label: 'Budgets' },
  { value: '/guardrails', label: 'Guardrails' },
  { value: '/credits', label: 'Credits' },
  { value: '/byok', label: 'Provider keys' },
  { value: '/users', label: 'Users' },
];
const TIMES = [
  { value: '', label: 'All time' },
  { value: '1', label: 'Last day' },
  { value: '7', label: 'Last 7 days' },
  { value: '30', label: 'Last 30 days' },
];

/** Who, what and when; the address has the same. */
export function AuditFilters({ filter, onChange }: { filter: AuditFilter; onChange: (filter: AuditFilter) => void }) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Input aria-label="Who" placeholder="Who" className="w-40" value={filter.actor} onChange={(event) => onChange({ ...filter, actor: event.target.value })} />
      <Select aria-label="Kind of change" value={filter.method} options={METHODS} onChange={(event) => onChange({ ...filter, method: event.target.value })} />
      <Select aria-label="Area" value={filter.path} options={AREAS} onChange={(event) => onChange({ ...filter, path: event.target.value })} />
      <Select aria-label="When" value={filter.days} options={TIMES} onChange={(event) => onChange({ ...filter, days: event.target.value })} />
    </div>
  );
}
