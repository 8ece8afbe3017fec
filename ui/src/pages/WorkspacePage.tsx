import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { Button, buttonClass } from '../components/Button';
import { EmptyState } from '../components/EmptyState';
import { ErrorState } from '../components/ErrorState';
import { IconButton } from '../components/IconButton';
import { PageHeader } from '../components/PageHeader';
import { UsageCharts } from '../features/govern/activity/UsageCharts';
import { PageBody } from '../features/govern/kit/PageBody';
import { TableSkeleton } from '../features/govern/kit/TableSkeleton';
import { workspacesQuery } from '../features/govern/queries';
import { DeleteWorkspace } from '../features/govern/workspaces/DeleteWorkspace';
import { Members } from '../features/govern/workspaces/Members';
import { WorkspaceForm } from '../features/govern/workspaces/WorkspaceForm';

/** One workspace: its use, and who belongs to it. */
export function WorkspacePage() {
  const { slug = '' } = useParams();
  const navigate = useNavigate();
  const workspaces = useQuery(workspacesQuery);
  const workspace = workspaces.data?.find((each) => each.slug === slug || each.id === slug);
  const [asked, setAsked] = useState<'edit' | 'delete' | null>(null);
  return (
    <>
      <PageHeader
        title={workspace?.name ?? 'Workspace'}
        documentTitle={workspace ? `${workspace.name} · Workspaces` : 'Workspace'}
        leading={<IconButton label="All workspaces" icon={<ArrowLeft size={16} aria-hidden />} onClick={() => void navigate('/workspaces')} />}
        meta={workspace && <code>{workspace.slug}</code>}
        actions={
          workspace && (
            <>
              <Link to={`/keys?workspace=${workspace.slug}`} className={buttonClass()}>
                Keys
              </Link>
              <Button onClick={() => setAsked('edit')}>Edit</Button>
              {workspace.slug !== 'default' && <Button onClick={() => setAsked('delete')}>Delete</Button>}
            </>
          )
        }
      />
      {workspaces.isError && !workspaces.data ? (
        <ErrorState title="The workspace could not be loaded" error={workspaces.error} onRetry={() => void workspaces.refetch()} />
      ) : workspaces.data && !workspace ? (
        <EmptyState title={`There is no workspace “${slug}”`} action={<Link to="/workspaces" className={buttonClass()}>All workspaces</Link>} />
      ) : (
        <PageBody>
          {workspace?.description && <p className="text-muted">{workspace.description}</p>}
          {workspace ? <Members workspace={workspace} /> : <TableSkeleton label="workspace" />}
          {workspace && <UsageCharts filters={[{ field: 'workspace', operator: 'eq', value: workspace.id }]} />}
        </PageBody>
      )}
      {asked === 'edit' && workspace && <WorkspaceForm of={workspace} onClose={() => setAsked(null)} />}
      {asked === 'delete' && workspace && <DeleteWorkspace workspace={workspace} onClose={() => setAsked(null)} onDeleted={() => void navigate('/workspaces')} />}
    </>
  );
}
