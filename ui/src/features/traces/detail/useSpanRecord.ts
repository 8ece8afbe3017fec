import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { SpanNode, SpanRecord } from '../../../api/contract';
import { spanQuery } from '../queries';

/** Held-down arrow keys pass spans that nobody reads: those are not asked for. */
const SETTLE_MS = 60;

interface SpanState {
  record: SpanRecord | undefined;
  error: Error | null;
  /** The span before is shown until this one is there. */
  isStale: boolean;
  retry: () => void;
  showAll: () => void;
  isLoadingAll: boolean;
}

/** The detail of the selected span: cut at first, whole on demand. */
export function useSpanRecord(traceId: string, node: SpanNode): SpanState {
  const client = useQueryClient();
  const wanted = node.span_id;
  const [settled, setSettled] = useState(wanted);
  const [wholeOf, setWholeOf] = useState<string | null>(null);
  const isCached = client.getQueryData(spanQuery(traceId, wanted).queryKey) !== undefined;
  const shown = isCached ? wanted : settled;

  useEffect(() => {
    const timer = setTimeout(() => setSettled(wanted), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [wanted]);

  // a span that was sent again has another row; the first row is what the first answer belongs to
  const seen = useRef(node);
  useEffect(() => {
    const before = seen.current;
    seen.current = node;
    if (before.span_id === node.span_id && before !== node) void client.invalidateQueries({ queryKey: ['span', traceId, node.span_id] });
  }, [client, traceId, node]);

  const cut = useQuery({ ...spanQuery(traceId, shown), placeholderData: keepPreviousData });
  const whole = useQuery({ ...spanQuery(traceId, shown, true), enabled: wholeOf === shown });
  const record = (wholeOf === shown ? whole.data : undefined) ?? cut.data;

  return {
    record,
    error: cut.error ?? (wholeOf === shown ? whole.error : null),
    isStale: record !== undefined && record.span_id !== wanted,
    retry: useCallback(() => void cut.refetch(), [cut]),
    showAll: useCallback(() => setWholeOf(shown), [shown]),
    isLoadingAll: wholeOf === shown && whole.isFetching,
  };
}
