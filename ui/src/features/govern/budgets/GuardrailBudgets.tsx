import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { GuardrailRecord } from '../../../api/contract';
import { Money } from '../../../components/Money';
import { Section } from '../../../components/Section';
import { windowText } from '../keys/keyStates';
import { Loaded } from '../kit/Loaded';
import { type Column, Table } from '../kit/Table';
import { WorkspaceName } from '../names';
import { guardrailsQuery } from '../queries';

const COLUMNS: readonly Column<GuardrailRecord>[] = [
  {
    id: 'name',
    header: 'Guardrail',
    grows: true,
    cell: ({ id, name }) => (
      <Link to={`/guardrails/${id}`} className="font-medium hover:text-accent hover:underline">
        {name}
      </Link>
    ),
  },
  { id: 'workspace', header: 'Workspace', from: 'sm', cell: ({ workspace_id }) => <WorkspaceName id={workspace_id} /> },
  { id: 'limit', header: 'Limit', align: 'right', cell: ({ limit_usd }) => <Money usd={limit_usd} /> },
  { id: 'window', header: 'Counts', cell: ({ reset_interval }) => windowText(reset_interval) },
];

/** What guardrails let each key and each member spend by themselves. */
export function GuardrailBudgets() {
  const guardrails = useQuery(guardrailsQuery);
  return (
    <Section title="Limits of guardrails" aside={<span className="text-xs text-subtle">for each key and member by itself</span>}>
      <Loaded what="guardrails" query={guardrails}>
        {(all) => {
          const limited = all.filter(({ limit_usd }) => limit_usd !== null);
          return limited.length === 0 ? (
            <p className="px-4 py-6 text-center text-muted">No guardrail has a limit.</p>
          ) : (
            <Table label="Limits of guardrails" columns={COLUMNS} rows={limited} rowKey={({ id }) => id} />
          );
        }}
      </Loaded>
    </Section>
  );
}
