import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useParams } from 'react-router';
import { ErrorState } from '../components/ErrorState';
import { traceQuery } from '../features/traces/queries';
import { TraceFacts } from '../features/traces/TraceFacts';
import { TraceHeader } from '../features/traces/TraceHeader';
import { TraceSkeleton } from '../features/traces/TraceSkeleton';
import { TraceView } from '../features/traces/TraceView';
import { loadMarkdown } from '../components/value/MarkdownText';
import { useTraceLive } from '../features/traces/useTraceLive';

/** One trace; /traces/{trace id}?span=ID&tab=chat&view=json&find=WORDS. */
export function TracePage() {
  const { traceId = '' } = useParams();
  // another trace is another page: nothing of the one before stays
  return <Trace key={traceId} traceId={traceId} />;
}

function Trace({ traceId }: { traceId: string }) {
  const trace = useQuery(traceQuery(traceId));
  useEffect(() => void loadMarkdown(), []);
  const isLive = useTraceLive(traceId, trace.data);
  return (
    <>
      <TraceHeader traceId={traceId} summary={trace.data?.summary} isLive={isLive} />
      {trace.data ? (
        <>
          <TraceFacts summary={trace.data.summary} />
          <TraceView traceId={traceId} record={trace.data} />
        </>
      ) : trace.isError ? (
        <ErrorState title="The trace could not be loaded" error={trace.error} onRetry={() => void trace.refetch()} />
      ) : (
        <TraceSkeleton />
      )}
    </>
  );
}
