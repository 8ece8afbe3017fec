import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { Button, buttonClass } from '../components/Button';
import { EmptyState } from '../components/EmptyState';
import { ErrorState } from '../components/ErrorState';
import { IconButton } from '../components/IconButton';
import { PageHeader } from '../components/PageHeader';
import { Assignments } from '../features/govern/guardrails/Assignments';
import { GuardrailFacts } from '../features/govern/guardrails/GuardrailFacts';
import { GuardrailForm } from '../features/govern/guardrails/GuardrailForm';
import { Confirm } from '../features/govern/kit/Confirm';
import { PageBody } from '../features/govern/kit/PageBody';
import { TableSkeleton } from '../features/govern/kit/TableSkeleton';
import { guardrailsQuery } from '../features/govern/queries';
import { useChange } from '../features/govern/useChange';

/** One guardrail: what it says, and for whom. */
export function GuardrailPage() {
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const guardrails = useQuery(guardrailsQuery);
  const guardrail = guardrails.data?.find((each) => each.id === id);
  const [asked, setAsked] = useState<'edit' | 'delete' | null>(null);
  const remove = useChange(`/api/v1/guardrails/${encodeURIComponent(id)}`, 'DELETE');
  const isDefault = guardrail?.id === guardrail?.workspace_id;
  return (
    <>
      <PageHeader
        title={guardrail?.name ?? 'Guardrail'}
        documentTitle={guardrail ? `${guardrail.name} · Guardrails` : 'Guardrail'}
        leading={<IconButton label="All guardrails" icon={<ArrowLeft size={16} aria-hidden />} onClick={() => void navigate('/guardrails')} />}
        actions={
          guardrail && (
            <>
              <Button onClick={() => setAsked('edit')}>Edit</Button>
              {!isDefault && <Button onClick={() => setAsked('delete')}>Delete</Button>}
            </>
          )
        }
      />
      {guardrails.isError && !guardrails.data ? (
        <ErrorState title="The guardrail could not be loaded" error={guardrails.error} onRetry={() => void guardrails.refetch()} />
      ) : guardrails.data && !guardrail ? (
        <EmptyState title="There is no such guardrail" action={<Link to="/guardrails" className={buttonClass()}>All guardrails</Link>} />
      ) : (
        <PageBody>
          {guardrail?.description && <p className="text-muted">{guardrail.description}</p>}
          {guardrail ? <GuardrailFacts of={guardrail} /> : <TableSkeleton label="guardrail" />}
          {guardrail && (isDefault ? <p className="text-muted">It is in force for everything that its workspace sends.</p> : <Assignments guardrail={guardrail} />)}
        </PageBody>
      )}
      {asked === 'edit' && guardrail && <GuardrailForm of={guardrail} onClose={() => setAsked(null)} />}
      {asked === 'delete' && guardrail && (
        <Confirm
          title={`Delete “${guardrail.name}”?`}
          action="Delete guardrail"
          failed="The guardrail was not deleted"
          change={remove}
          onConfirm={() => remove.mutate(undefined, { onSuccess: () => void navigate('/guardrails') })}
          onClose={() => setAsked(null)}
        >
          Keys and members that have it are no longer limited by it, from the next request on. It cannot be brought back.
        </Confirm>
      )}
    </>
  );
}
