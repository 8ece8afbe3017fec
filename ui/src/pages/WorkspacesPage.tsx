import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { formatCount } from '../app/format';
import { Button } from '../components/Button';
import { PageHeader } from '../components/PageHeader';
import { Section } from '../components/Section';
import { Loaded } from '../features/govern/kit/Loaded';
import { PageBody } from '../features/govern/kit/PageBody';
import { workspacesQuery } from '../features/govern/queries';
import { WorkspaceForm } from '../features/govern/workspaces/WorkspaceForm';
import { WorkspaceTable } from '../features/govern/workspaces/WorkspaceTable';

/** The parts of the installation, each with keys, budgets, members and traces of its own. */
export function WorkspacesPage() {
  const workspaces = useQuery(workspacesQuery);
  const [isMaking, setIsMaking] = useState(false);
  return (
    <>
      <PageHeader
        title="Workspaces"
        meta={workspaces.data && formatCount(workspaces.data.length)}
        actions={
          <Button variant="primary" icon={<Plus size={14} aria-hidden />} onClick={() => setIsMaking(true)}>
            New workspace
          </Button>
        }
      />
      <PageBody>
        <Section title="All workspaces">
          <Loaded what="workspaces" query={workspaces}>
            {(all) => <WorkspaceTable workspaces={all} />}
          </Loaded>
        </Section>
      </PageBody>
      {isMaking && <WorkspaceForm of={null} onClose={() => setIsMaking(false)} />}
    </>
  );
}
