import { useQuery } from '@tanstack/react-query';
import { Plus, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Button } from '../components/Button';
import { ErrorState } from '../components/ErrorState';
import { Money } from '../components/Money';
import { PageHeader } from '../components/PageHeader';
import { UsageCharts } from '../features/govern/activity/UsageCharts';
import type { EntryKind } from '../features/govern/credits/entries';
import { GrantForm } from '../features/govern/credits/GrantForm';
import { Ledger } from '../features/govern/credits/Ledger';
import { RefundForm } from '../features/govern/credits/RefundForm';
import { Fact, Facts } from '../features/govern/kit/Fact';
import { PageBody } from '../features/govern/kit/PageBody';
import { creditsQuery } from '../features/govern/queries';

/** The account and its ledger; /credits?kind=refund. */
export function CreditsPage() {
  const [params, setParams] = useSearchParams();
  const credits = useQuery(creditsQuery);
  const [open, setOpen] = useState<'grant' | 'refund' | null>(null);
  const granted = credits.data?.total_credits;
  const used = credits.data?.total_usage;
  const isUnlimited = granted === 0;
  return (
    <>
      <PageHeader
        title="Credits"
        actions={
          <>
            <Button icon={<Undo2 size={14} aria-hidden />} onClick={() => setOpen('refund')}>
              Refund
            </Button>
            <Button variant="primary" icon={<Plus size={14} aria-hidden />} onClick={() => setOpen('grant')}>
              Grant
            </Button>
          </>
        }
      />
      <PageBody>
        {credits.isError && !credits.data && <ErrorState inline title="The balance could not be read" error={credits.error} onRetry={() => void credits.refetch()} />}
        <Facts label="Account">
          <Fact label="Balance" hint={isUnlimited ? 'no credits were granted: it limits nothing' : undefined}>
            {granted !== undefined && used !== undefined && !isUnlimited ? <Money usd={granted - used} /> : <span className="text-subtle">—</span>}
          </Fact>
          <Fact label="Granted">
            <Money usd={granted} />
          </Fact>
          <Fact label="Used" hint="charges, less what was given back">
            <Money usd={used} />
          </Fact>
        </Facts>
        <Ledger kind={params.get('kind') as EntryKind | null} onKind={(kind) => setParams(kind === null ? {} : { kind })} />
        <UsageCharts filters={[]} dimension="workspace" />
      </PageBody>
      {open === 'grant' && <GrantForm onClose={() => setOpen(null)} />}
      {open === 'refund' && <RefundForm onClose={() => setOpen(null)} />}
    </>
  );
}
