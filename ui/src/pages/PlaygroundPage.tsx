import { useQuery } from '@tanstack/react-query';
import { FlaskConical } from 'lucide-react';
import { Link, useSearchParams } from 'react-router';
import { statusQuery } from '../api/status';
import { BackLink } from '../components/BackLink';
import { buttonClass } from '../components/Button';
import { EmptyState } from '../components/EmptyState';
import { ErrorState } from '../components/ErrorState';
import { PageHeader } from '../components/PageHeader';
import { RowsSkeleton } from '../components/RowsSkeleton';
import { useInferenceKey } from '../features/chat/inferenceKey';
import { KeyGate } from '../features/chat/KeyGate';
import { KeyNote } from '../features/chat/KeyNote';
import { originalAnswer } from '../features/playground/original';
import { Playground } from '../features/playground/Playground';
import { type EditedRequest, requestOf } from '../features/playground/request';
import { promptRequest } from '../features/prompts/promptRequest';
import { promptVersionQuery } from '../features/prompts/queries';
import { spanQuery } from '../features/traces/queries';

/** A call, changed and made again; /playground?trace=ID&span=ID of a logged one, ?prompt_version=ID of a prompt. */
export function PlaygroundPage() {
  const [params] = useSearchParams();
  const key = useInferenceKey();
  const [traceId, spanId, versionId] = [params.get('trace'), params.get('span'), params.get('prompt_version')];
  const back = traceId === null ? null : `/traces/${traceId}${spanId === null ? '' : `?span=${spanId}`}`;
  return (
    <>
      <PageHeader leading={back && <BackLink to={back} label="Back to the span" />} title="Playground" meta={key && <KeyNote inferenceKey={key} />} />
      {key === null ? (
        <div className="min-h-0 flex-1 overflow-y-auto">
          <KeyGate purpose="playground" />
        </div>
      ) : traceId !== null && spanId !== null ? (
        <OfSpan key={spanId} traceId={traceId} spanId={spanId} apiKey={key.text} />
      ) : versionId !== null ? (
        <OfPrompt key={versionId} versionId={versionId} apiKey={key.text} />
      ) : (
        <Blank apiKey={key.text} />
      )}
    </>
  );
}

function OfSpan({ traceId, spanId, apiKey }: { traceId: string; spanId: string; apiKey: string }) {
  const span = useQuery(spanQuery(traceId, spanId, true));
  if (span.isError) return <ErrorState title="The call could not be loaded" error={span.error} onRetry={() => void span.refetch()} />;
  if (!span.data) return <RowsSkeleton label="Loading the call" />;
  const request = requestOf(span.data);
  if (request === null) {
    return (
      <EmptyState icon={<FlaskConical size={24} aria-hidden />} title="This span called no chat model" action={<Link to={`/traces/${traceId}`} className={buttonClass()}>Back to the trace</Link>}>
        Its texts may not have been kept, or it is a step of another kind. Open a span with a conversation.
      </EmptyState>
    );
  }
  return <Playground initial={request} original={originalAnswer(span.data)} apiKey={apiKey} />;
}

function OfPrompt({ versionId, apiKey }: { versionId: string; apiKey: string }) {
  const version = useQuery(promptVersionQuery(versionId));
  if (version.isError) return <ErrorState title="The prompt could not be loaded" error={version.error} onRetry={() => void version.refetch()} />;
  if (!version.data) return <RowsSkeleton label="Loading the prompt" />;
  return <Playground initial={promptRequest(version.data)} original={null} apiKey={apiKey} />;
}

function Blank({ apiKey }: { apiKey: string }) {
  const { data: status } = useQuery(statusQuery);
  if (!status) return <RowsSkeleton label="Loading" />;
  const initial: EditedRequest = { model: status.sample_model ?? '', messages: [{ role: 'user', content: 'What does a weir do to a river?', rest: {}, isParts: false }], others: '' };
  return <Playground initial={initial} original={null} apiKey={apiKey} />;
}
