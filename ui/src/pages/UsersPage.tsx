import { useQuery } from '@tanstack/react-query';
import { Users } from 'lucide-react';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { formatCount } from '../app/format';
import { EmptyState } from '../components/EmptyState';
import { ErrorState } from '../components/ErrorState';
import { PageHeader } from '../components/PageHeader';
import { quoted } from '../features/filter/filterCompletions';
import { ColumnMenu } from '../features/lists/ColumnMenu';
import type { Column } from '../features/lists/columns';
import { ListHeadings } from '../features/lists/ListHeadings';
import { RecordList } from '../features/lists/RecordList';
import { useColumns } from '../features/lists/useColumns';
import { metricsQuery } from '../features/metrics/queries';
import { RangeControl } from '../features/metrics/RangeControl';
import { useRange } from '../features/metrics/useRange';
import { TraceListSkeleton } from '../features/lists/TraceListSkeleton';
import { ProjectSelect } from '../features/traces/ProjectSelect';
import { GROUP_COLUMNS, GroupCard } from '../features/users/groupColumns';
import { type GroupRow, groupRows } from '../features/users/users';

/** The API tells so many apart. */
const MOST_USERS = 100;

const COLUMNS: readonly Column<GroupRow>[] = [
  { id: 'name', label: 'User', track: 'minmax(10rem,1fr)', isFixed: true, cell: ({ name }) => <span className="font-mono" title={name}>{name}</span> },
  ...GROUP_COLUMNS,
];
const nameOf = ({ name }: GroupRow): string => name;
const drawCard = (row: GroupRow) => <GroupCard row={row} name={<span className="font-mono text-xs">{row.name}</span>} />;

/** Who called: cost, calls and failures by user; /users?range=30d&project=NAME. */
export function UsersPage() {
  const [params, setParams] = useSearchParams();
  const [range, setRange] = useRange();
  const project = params.get('project');
  const { data, error, refetch } = useQuery(metricsQuery({ range, project, groupBy: 'user', groups: MOST_USERS }));
  const rows = useMemo(() => data && groupRows(data), [data]);
  const columns = useColumns('users', COLUMNS);
  const { box, shown } = columns;
  const addressOf = (row: GroupRow): string => {
    const query = new URLSearchParams({ filter: `user.id == ${quoted(row.name)}` });
    if (project !== null) query.set('project', project);
    return `/traces?${query.toString()}`;
  };
  const setProject = (name: string | null) =>
    setParams((before) => {
      if (name === null) before.delete('project');
      else before.set('project', name);
      return before;
    });
  return (
    <>
      <PageHeader
        title="Users"
        meta={rows && <span className="tabular">{rows.length >= MOST_USERS ? `the ${MOST_USERS} that cost most` : formatCount(rows.length)}</span>}
        actions={
          <div className="flex flex-wrap items-center gap-2 sm:justify-end">
            <ProjectSelect project={project} onChange={setProject} />
            <RangeControl range={range} onChange={setRange} />
            <ColumnMenu columns={columns} />
          </div>
        }
      />
      <div ref={box} className="flex min-h-0 flex-1 flex-col">
        {error && !rows ? (
          <ErrorState title="The users could not be loaded" error={error} onRetry={() => void refetch()} />
        ) : !rows ? (
          <TraceListSkeleton />
        ) : rows.length === 0 ? (
          <EmptyState icon={<Users size={24} aria-hidden />} title="No users in this time">
            A user appears with the first call that names one: <code>user</code> in the request, or <code>user.id</code> on a span.
          </EmptyState>
        ) : (
          <>
            <div className="hidden md:block">
              <ListHeadings columns={shown} />
            </div>
            <RecordList label="Users" noun="user" rows={rows} idOf={nameOf} to={addressOf} columns={shown} card={drawCard} />
          </>
        )}
      </div>
    </>
  );
}
