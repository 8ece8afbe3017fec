import { useQuery } from '@tanstack/react-query';
import { FolderTree } from 'lucide-react';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { formatCount } from '../app/format';
import { buttonClass } from '../components/Button';
import { EmptyState } from '../components/EmptyState';
import { ErrorState } from '../components/ErrorState';
import { PageHeader } from '../components/PageHeader';
import { ColumnMenu } from '../features/lists/ColumnMenu';
import type { Column } from '../features/lists/columns';
import { ListHeadings } from '../features/lists/ListHeadings';
import { RecordList } from '../features/lists/RecordList';
import { useColumns } from '../features/lists/useColumns';
import { metricsQuery } from '../features/metrics/queries';
import { RangeControl } from '../features/metrics/RangeControl';
import { useRange } from '../features/metrics/useRange';
import { LatestTrace } from '../features/projects/LatestTrace';
import { projectRows } from '../features/projects/projectRows';
import { TraceListSkeleton } from '../features/lists/TraceListSkeleton';
import { projectsQuery } from '../features/traces/queries';
import { GROUP_COLUMNS, GroupCard } from '../features/users/groupColumns';
import type { GroupRow } from '../features/users/users';

/** The API tells so many apart. */
const MOST_PROJECTS = 100;

const COLUMNS: readonly Column<GroupRow>[] = [
  { id: 'name', label: 'Project', track: 'minmax(10rem,1fr)', isFixed: true, cell: ({ name }) => <span className="text-sm font-medium" title={name}>{name}</span> },
  { id: 'latest', label: 'Latest trace', track: '6rem', from: 480, cell: ({ name }) => <LatestTrace project={name} /> },
  ...GROUP_COLUMNS,
];
const nameOf = ({ name }: GroupRow): string => name;
const addressOf = ({ name }: GroupRow): string => `/traces?project=${encodeURIComponent(name)}`;
const drawCard = (row: GroupRow) => <GroupCard row={row} name={row.name} />;

/** The projects and what each of them did; /projects?range=7d. */
export function ProjectsPage() {
  const [range, setRange] = useRange();
  const projects = useQuery(projectsQuery);
  const metrics = useQuery(metricsQuery({ range, project: null, groupBy: 'project', groups: MOST_PROJECTS }));
  const rows = useMemo(() => projects.data && metrics.data && projectRows(projects.data, metrics.data), [projects.data, metrics.data]);
  const columns = useColumns('projects', COLUMNS);
  const { box, shown } = columns;
  const error = projects.error ?? metrics.error;
  return (
    <>
      <PageHeader
        title="Projects"
        meta={rows && <span className="tabular">{formatCount(rows.length)}</span>}
        actions={
          <>
            <RangeControl range={range} onChange={setRange} />
            <ColumnMenu columns={columns} />
          </>
        }
      />
      <div ref={box} className="flex min-h-0 flex-1 flex-col">
        {error && !rows ? (
          <ErrorState
            title="The projects could not be loaded"
            error={error}
            onRetry={() => {
              void projects.refetch();
              void metrics.refetch();
            }}
          />
        ) : !rows ? (
          <TraceListSkeleton />
        ) : rows.length === 0 ? (
          <EmptyState icon={<FolderTree size={24} aria-hidden />} title="No projects yet" action={<Link to="/start" className={buttonClass('primary')}>Connect an application</Link>}>
            A project appears with its first span. Programs name theirs in <code>openinference.project.name</code>.
          </EmptyState>
        ) : (
          <>
            <div className="hidden md:block">
              <ListHeadings columns={shown} />
            </div>
            <RecordList label="Projects" noun="project" rows={rows} idOf={nameOf} to={addressOf} columns={shown} card={drawCard} />
          </>
        )}
      </div>
    </>
  );
}
