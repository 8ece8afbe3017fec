import { useQueries } from '@tanstack/react-query';
import { Wallet } from 'lucide-react';
import type { ReactNode } from 'react';
import type { WorkspaceRecord } from '../../../api/contract';
import { EmptyState } from '../../../components/EmptyState';
import { ErrorState } from '../../../components/ErrorState';
import { TableSkeleton } from '../kit/TableSkeleton';
import { budgetsQuery } from '../queries';
import { BudgetCard } from './BudgetCard';

/** The budgets of all workspaces, each with its burn-down. */
export function WorkspaceBudgets({ workspaces, action }: { workspaces: readonly WorkspaceRecord[]; action: ReactNode }) {
  const queries = useQueries({ queries: workspaces.map(({ id }) => budgetsQuery(id)) });
  const failed = queries.find((query) => query.isError);
  if (failed) return <ErrorState inline title="The budgets could not be loaded" error={failed.error} onRetry={() => void failed.refetch()} />;
  if (queries.some((query) => query.isPending)) return <TableSkeleton label="budgets" />;
  const budgets = workspaces.flatMap((workspace, index) => (queries[index]?.data?.data ?? []).map((budget) => ({ workspace, budget })));
  if (budgets.length === 0) {
    return (
      <div className="rounded-lg border border-line bg-surface">
        <EmptyState icon={<Wallet size={24} aria-hidden />} title="No budgets yet" action={action}>
          A budget is what a workspace may spend in a day, a week, a month or in all, whoever of it calls.
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="grid gap-5 lg:grid-cols-2">
      {budgets.map(({ workspace, budget }) => (
        <BudgetCard key={budget.id} workspace={workspace} budget={budget} />
      ))}
    </div>
  );
}
