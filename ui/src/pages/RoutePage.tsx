import { useMutation, useQuery } from '@tanstack/react-query';
import { Route } from 'lucide-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { api } from '../api/client';
import type { DataResponse, KeyRecord, RoutePreviewRecord } from '../api/contract';
import { statusQuery } from '../api/status';
import { formatCount } from '../app/format';
import { Badge } from '../components/Badge';
import { Button } from '../components/Button';
import { EmptyState } from '../components/EmptyState';
import { ErrorState } from '../components/ErrorState';
import { Money } from '../components/Money';
import { PageHeader } from '../components/PageHeader';
import { Section } from '../components/Section';
import { Select } from '../components/Select';
import { TextArea } from '../components/TextArea';
import { PlanList } from '../features/routing/PlanList';
import { sampleRequest, takeRequest } from '../features/routing/request';
import { StageList } from '../features/routing/StageList';

interface Question {
  body: unknown;
  keyHash: string;
}

/** What would become of a request, without sending it; /route?model=SLUG. */
export function RoutePage() {
  const [params] = useSearchParams();
  const { data: status } = useQuery(statusQuery);
  const model = params.get('model') ?? status?.sample_model ?? null;
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? (model === null ? '' : sampleRequest(model));
  const [problem, setProblem] = useState<string | null>(null);
  const [keyHash, setKeyHash] = useState('');
  const keys = useQuery({ queryKey: ['keys', 'for-route'], queryFn: async ({ signal }) => (await api<DataResponse<KeyRecord[]>>('/api/v1/keys', { signal })).data });
  const preview = useMutation({
    mutationFn: async ({ body, keyHash: hash }: Question) =>
      (await api<DataResponse<RoutePreviewRecord>>(`/api/weir/route${hash === '' ? '' : `?key_hash=${hash}`}`, { method: 'POST', body })).data,
  });
  const { mutate } = preview;

  const ask = (source: string) => {
    const read = takeRequest(source);
    setProblem(read.problem);
    if (read.problem === null) mutate({ body: read.body, keyHash });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask(text);
  };

  // a link that names a model asks at once
  const linked = useRef(params.get('model'));
  useEffect(() => {
    if (linked.current !== null) mutate({ body: JSON.parse(sampleRequest(linked.current)) as unknown, keyHash: '' });
    linked.current = null;
  }, [mutate]);

  return (
    <>
      <PageHeader title="Dry run" meta={<span className="hidden sm:block">what would become of a request, without sending it</span>} />
      <div className="relative min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto grid max-w-7xl gap-5 px-4 py-5 lg:grid-cols-[minmax(0,26rem)_minmax(0,1fr)] lg:px-6">
          <form onSubmit={submit} className="flex flex-col gap-3 self-start lg:sticky lg:top-5">
            <TextArea
              aria-label="Body of a chat completion"
              aria-invalid={problem !== null}
              aria-describedby="request-problem"
              mono
              spellCheck={false}
              rows={18}
              value={text}
              onChange={(event) => setTyped(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) ask(text);
              }}
            />
            <p id="request-problem" role="alert" className="text-sm text-danger empty:hidden">
              {problem}
            </p>
            <div className="flex flex-wrap items-center gap-2">
              <Select
                aria-label="As which key"
                className="min-w-0 flex-1"
                value={keyHash}
                onChange={(event) => setKeyHash(event.target.value)}
                options={[{ value: '', label: 'As whoever is signed in' }, ...(keys.data ?? []).map(({ hash, name, label }) => ({ value: hash, label: `As key ${name || label}` }))]}
              />
              <Button type="submit" variant="primary" loading={preview.isPending} icon={<Route size={14} aria-hidden />}>
                Show the route
              </Button>
            </div>
            <p className="text-xs text-subtle">Nothing is sent to a provider, held, counted or recorded. A key brings its workspace, guardrails and limits.</p>
          </form>
          {preview.isError ? (
            <ErrorState title="The request cannot be read" error={preview.error} />
          ) : preview.data ? (
            <Answer preview={preview.data} />
          ) : (
            <EmptyState icon={<Route size={24} aria-hidden />} title="Paste a request">
              The body of a call to /api/v1/chat/completions. You see who would be asked in which order and why, what it could cost, and what would stop it.
            </EmptyState>
          )}
        </div>
      </div>
    </>
  );
}

function Answer({ preview }: { preview: RoutePreviewRecord }) {
  return (
    <div className="flex min-w-0 flex-col gap-5" aria-live="polite">
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <Badge tone={preview.would_be_sent ? 'success' : 'danger'}>{preview.would_be_sent ? 'would be sent' : 'would be refused'}</Badge>
        {preview.cost_bound !== null && (
          <span>
            costs at most <Money usd={preview.cost_bound} className="font-medium" />
          </span>
        )}
        {preview.prompt_tokens_bound !== null && (
          <span className="tabular text-muted">
            fewer than {formatCount(preview.prompt_tokens_bound)} tokens in, at most {formatCount(preview.output_tokens_bound ?? 0)} out
          </span>
        )}
        {preview.router && <Badge tone="info">chosen by {preview.router}</Badge>}
        {preview.strategy && preview.strategy !== 'direct' && <Badge>{preview.strategy}</Badge>}
      </div>
      <Section title="Stages">
        <StageList stages={preview.stages} />
      </Section>
      {(preview.candidates.length > 0 || preview.left_out.length > 0) && (
        <Section title="Plan" aside={<span className="tabular text-xs text-subtle">{`${preview.candidates.length} planned, ${preview.left_out.length} left out`}</span>}>
          <PlanList preview={preview} withModel />
        </Section>
      )}
    </div>
  );
}
