import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../components/Button';
import { PageHeader } from '../components/PageHeader';
import { BudgetForm } from '../features/govern/budgets/BudgetForm';
import { GuardrailBudgets } from '../features/govern/budgets/GuardrailBudgets';
import { WorkspaceBudgets } from '../features/govern/budgets/WorkspaceBudgets';
import { Loaded } from '../features/govern/kit/Loaded';
import { PageBody } from '../features/govern/kit/PageBody';
import { workspacesQuery } from '../features/govern/queries';

/** What may be spent, what has been, and where that leads. */
export function BudgetsPage() {
  const workspaces = useQuery(workspacesQuery);
  const [isMaking, setIsMaking] = useState(false);
  const make = (
    <Button variant="primary" icon={<Plus size={14} aria-hidden />} onClick={() => setIsMaking(true)} disabled={!workspaces.data}>
      New budget
    </Button>
  );
  return (
    <>
      <PageHeader title="Budgets" actions={make} />
      <PageBody>
        <Loaded what="workspaces" query={workspaces}>
          {(all) => <WorkspaceBudgets workspaces={all} action={make} />}
        </Loaded>
        <GuardrailBudgets />
      </PageBody>
      {isMaking && <BudgetForm workspace={null} workspaces={workspaces.data ?? []} budget={null} onClose={() => setIsMaking(false)} />}
    </>
  );
}
