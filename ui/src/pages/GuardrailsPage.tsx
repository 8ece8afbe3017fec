import { useQuery } from '@tanstack/react-query';
import { Plus, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { formatCount } from '../app/format';
import { Button } from '../components/Button';
import { EmptyState } from '../components/EmptyState';
import { PageHeader } from '../components/PageHeader';
import { Section } from '../components/Section';
import { GuardrailForm } from '../features/govern/guardrails/GuardrailForm';
import { GuardrailTable } from '../features/govern/guardrails/GuardrailTable';
import { Hits } from '../features/govern/guardrails/Hits';
import { Loaded } from '../features/govern/kit/Loaded';
import { PageBody } from '../features/govern/kit/PageBody';
import { guardrailsQuery } from '../features/govern/queries';

/** What requests may do. */
export function GuardrailsPage() {
  const navigate = useNavigate();
  const guardrails = useQuery(guardrailsQuery);
  const [isMaking, setIsMaking] = useState(false);
  const make = (
    <Button variant="primary" icon={<Plus size={14} aria-hidden />} onClick={() => setIsMaking(true)}>
      New guardrail
    </Button>
  );
  return (
    <>
      <PageHeader title="Guardrails" meta={guardrails.data && formatCount(guardrails.data.length)} actions={make} />
      <PageBody>
        <Section title="All guardrails">
          <Loaded what="guardrails" query={guardrails}>
            {(all) =>
              all.length === 0 ? (
                <EmptyState icon={<ShieldCheck size={24} aria-hidden />} title="No guardrails yet" action={make}>
                  A guardrail says which models and providers may answer, what may be spent, and which texts are flagged, redacted or blocked. It is assigned to keys and members.
                </EmptyState>
              ) : (
                <GuardrailTable guardrails={all} />
              )
            }
          </Loaded>
        </Section>
        <Hits />
      </PageBody>
      {isMaking && <GuardrailForm of={null} onMade={({ id }) => void navigate(`/guardrails/${id}`)} onClose={() => setIsMaking(false)} />}
    </>
  );
}
