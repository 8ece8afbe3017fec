import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { api } from '../api/client';
import type { DataResponse, GenerationRouteRecord } from '../api/contract';
import { formatDateTime, formatDuration } from '../app/format';
import { BackLink } from '../components/BackLink';
import { Badge } from '../components/Badge';
import { buttonClass } from '../components/Button';
import { CopyButton } from '../components/CopyButton';
import { ErrorState } from '../components/ErrorState';
import { Money } from '../components/Money';
import { PageHeader } from '../components/PageHeader';
import { RowsSkeleton } from '../components/RowsSkeleton';
import { Section } from '../components/Section';
import { Fact } from '../features/models/ModelFacts';
import { AttemptTimeline } from '../features/routing/AttemptTimeline';
import { KeptPlan } from '../features/routing/KeptPlan';

/** Why a generation went where it went; /generations/ID/route. */
export function GenerationRoutePage() {
  const { id = '' } = useParams();
  const route = useQuery({
    queryKey: ['generation-route', id],
    queryFn: async ({ signal }) => (await api<DataResponse<GenerationRouteRecord>>(`/api/weir/generations/${encodeURIComponent(id)}/route`, { signal })).data,
    // the span is stored moments after the answer
    refetchInterval: ({ state }) => (state.data?.plan === null && state.dataUpdateCount < 5 ? 1500 : false),
  });
  const { data } = route;
  return (
    <>
      <PageHeader
        leading={<BackLink to={data ? `/traces/${data.trace_id}?span=${data.span_id}` : '/traces'} label="Back to the trace" />}
        title="Why this route"
        meta={
          <>
            <code className="hidden truncate text-subtle sm:block">{id}</code>
            <CopyButton text={id} label="Copy generation id" />
            {data && <time dateTime={data.created_at} className="hidden text-subtle lg:block">{formatDateTime(data.created_at)}</time>}
          </>
        }
        actions={data && <Link to={`/traces/${data.trace_id}?span=${data.span_id}`} className={buttonClass()}>Open the trace</Link>}
      />
      {route.isError ? (
        <ErrorState title="The route could not be loaded" error={route.error} onRetry={() => void route.refetch()} />
      ) : data === undefined ? (
        <RowsSkeleton label="Loading the route" />
      ) : (
        <div className="relative min-h-0 flex-1 overflow-y-auto">
          <div className="mx-auto flex max-w-6xl flex-col gap-5 px-4 py-5 lg:px-6">
            <Facts route={data} />
            {data.error_message && <p className="rounded-md bg-danger-soft px-3 py-2 text-sm">{data.error_message}</p>}
            <Section title="Attempts" aside={<span className="tabular text-xs text-subtle">{data.attempts.length}</span>}>
              {data.attempts.length > 0 ? <AttemptTimeline route={data} /> : <p className="px-4 py-3 text-sm text-muted">Nobody was asked: it was refused before, or answered from the response cache.</p>}
            </Section>
            <Section title="The plan, as it was" aside={data.plan && data.plan.router && <Badge tone="info">chosen by {data.plan.router}</Badge>}>
              {data.plan ? <KeptPlan plan={data.plan} route={data} /> : <p className="px-4 py-3 text-sm text-muted">The plan is not kept: the request was refused before it had one, or its span has gone.</p>}
            </Section>
          </div>
        </div>
      )}
    </>
  );
}

function Facts({ route }: { route: GenerationRouteRecord }) {
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-3 lg:grid-cols-6">
      <Fact name="Asked for">{route.requested_model || '—'}</Fact>
      <Fact name="Answered by">{route.provider_name ?? 'nobody'}</Fact>
      <Fact name="Status">{route.error_type ? `${route.status}, ${route.error_type}` : route.status}</Fact>
      <Fact name="Took">{formatDuration(route.duration_ms * 1000)}</Fact>
      <Fact name="First event after">{route.latency_ms === null ? '—' : formatDuration(route.latency_ms * 1000)}</Fact>
      <Fact name="Cost">
        <Money usd={route.cost} />
      </Fact>
    </dl>
  );
}
