import { useQuery } from '@tanstack/react-query';
import { Server } from 'lucide-react';
import { EmptyState } from '../components/EmptyState';
import { ErrorState } from '../components/ErrorState';
import { PageHeader } from '../components/PageHeader';
import { RowsSkeleton } from '../components/RowsSkeleton';
import { Section } from '../components/Section';
import { useQueryParams } from '../components/useQueryParams';
import { providersQuery } from '../features/models/queries';
import { ProviderDetail } from '../features/providers/ProviderDetail';
import { ProviderTable } from '../features/providers/ProviderTable';

/** Who answers here, how that goes, and whether they may; /providers?provider=SLUG. */
export function ProvidersPage() {
  const [params, setParams] = useQueryParams();
  const providers = useQuery(providersQuery);
  const chosen = providers.data?.find(({ slug }) => slug === params.get('provider')) ?? (providers.data?.length === 1 ? providers.data[0] : undefined);
  return (
    <>
      <PageHeader title="Providers" meta={providers.data && <span className="tabular">{providers.data.length}</span>} />
      {providers.isPending ? (
        <RowsSkeleton label="Loading providers" />
      ) : providers.isError ? (
        <ErrorState title="The providers could not be loaded" error={providers.error} onRetry={() => void providers.refetch()} />
      ) : providers.data.length === 0 ? (
        <EmptyState icon={<Server size={24} aria-hidden />} title="No providers">
          Add one to weir.json, or set the variable of its key, such as OPENAI_API_KEY.
        </EmptyState>
      ) : (
        <div className="relative min-h-0 flex-1 overflow-y-auto">
          <div className="mx-auto flex max-w-7xl flex-col gap-5 px-4 py-5 lg:px-6">
            <Section title="Providers" aside={<span className="text-xs text-subtle">of the last 30 minutes</span>}>
              <ProviderTable providers={providers.data} chosen={chosen?.slug ?? null} onChoose={(slug) => setParams({ provider: slug })} />
            </Section>
            {chosen && <ProviderDetail key={chosen.slug} provider={chosen} />}
          </div>
        </div>
      )}
    </>
  );
}
