import { useQuery } from '@tanstack/react-query';
import { MessagesSquare } from 'lucide-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { statusQuery } from '../api/status';
import { BackLink } from '../components/BackLink';
import { buttonClass } from '../components/Button';
import { CopyButton } from '../components/CopyButton';
import { ErrorState } from '../components/ErrorState';
import { PageHeader } from '../components/PageHeader';
import { RowsSkeleton } from '../components/RowsSkeleton';
import { Section } from '../components/Section';
import { EndpointTable } from '../features/models/EndpointTable';
import { ModelCharts } from '../features/models/ModelCharts';
import { ModelFacts, ParameterBadges } from '../features/models/ModelFacts';
import { modelEndpointsQuery, modelQuery, planQuery, providersQuery } from '../features/models/queries';
import { PlanList } from '../features/routing/PlanList';
import { CALL_SNIPPETS } from '../features/start/snippets';
import { SnippetTabs } from '../features/start/SnippetTabs';

/** One model: what it is, who serves it, who would be asked first and why; /models/AUTHOR/SLUG. */
export function ModelPage() {
  const { '*': slug = '' } = useParams();
  const model = useQuery(modelQuery(slug));
  const name = model.data?.name ?? slug;
  const talks = model.data?.architecture.output_modalities.includes('text') === true;
  return (
    <>
      <PageHeader
        leading={<BackLink to="/models" label="Back to the models" />}
        title={name}
        meta={
          <>
            <code className="hidden truncate text-subtle sm:block">{slug}</code>
            <CopyButton text={slug} label="Copy slug" />
          </>
        }
        actions={
          talks && (
            <Link to={`/chat?${new URLSearchParams({ model: slug }).toString()}`} className={buttonClass('primary')}>
              <MessagesSquare size={14} aria-hidden /> Chat
            </Link>
          )
        }
      />
      {model.isError ? (
        <ErrorState title="The model could not be loaded" error={model.error} onRetry={() => void model.refetch()} />
      ) : model.data === undefined ? (
        <RowsSkeleton label="Loading the model" />
      ) : (
        <div className="relative min-h-0 flex-1 overflow-y-auto">
          <div className="mx-auto flex max-w-7xl flex-col gap-5 px-4 py-5 lg:px-6">
            {model.data.description !== '' && <p className="max-w-3xl text-base text-muted">{model.data.description}</p>}
            <ModelFacts model={model.data} />
            <Endpoints slug={slug} />
            {talks && <Plan slug={slug} />}
            <Section title="The last day here">
              <ModelCharts slug={slug} />
            </Section>
            <Section title="Parameters">
              <div className="p-4">
                <ParameterBadges names={model.data.supported_parameters} />
              </div>
            </Section>
            {talks && <Snippets slug={slug} />}
          </div>
        </div>
      )}
    </>
  );
}

function Endpoints({ slug }: { slug: string }) {
  const endpoints = useQuery(modelEndpointsQuery(slug));
  const providers = useQuery(providersQuery);
  return (
    <Section title="Endpoints" aside={<span className="tabular text-xs text-subtle">{endpoints.data?.endpoints.length}</span>}>
      {endpoints.data ? (
        <EndpointTable endpoints={endpoints.data.endpoints} providers={providers.data ?? []} />
      ) : endpoints.isError ? (
        <ErrorState inline title="The endpoints could not be loaded" error={endpoints.error} onRetry={() => void endpoints.refetch()} />
      ) : (
        <RowsSkeleton label="Loading the endpoints" />
      )}
    </Section>
  );
}

function Plan({ slug }: { slug: string }) {
  const plan = useQuery(planQuery(slug));
  const query = new URLSearchParams({ model: slug });
  return (
    <Section
      title="Who would be asked now"
      aside={
        <Link to={`/route?${query.toString()}`} className="text-xs text-accent hover:underline">
          With a request of your own
        </Link>
      }
    >
      {plan.data ? (
        <>
          {plan.data.candidates.length > 0 || plan.data.left_out.length > 0 ? <PlanList preview={plan.data} /> : null}
          {plan.data.stages.filter((stage) => !stage.passes).map((stage) => (
            <p key={stage.name} className="border-t border-line px-4 py-3 text-sm text-danger">{stage.message}</p>
          ))}
        </>
      ) : plan.isError ? (
        <ErrorState inline title="The plan could not be made" error={plan.error} onRetry={() => void plan.refetch()} />
      ) : (
        <RowsSkeleton label="Loading the plan" />
      )}
    </Section>
  );
}

function Snippets({ slug }: { slug: string }) {
  const { data: status } = useQuery(statusQuery);
  const [revealed, setRevealed] = useState(false);
  const facts = { origin: window.location.origin, model: slug, key: null, otlpGrpc: status?.otlp_grpc ?? null };
  return (
    <section>
      <h2 className="mb-2 font-semibold">Call it</h2>
      <SnippetTabs label="Call it" snippets={CALL_SNIPPETS} facts={facts} revealed={revealed} onReveal={setRevealed} />
    </section>
  );
}
