import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useLive } from '../../api/live';
import type { TraceRecord } from '../../api/contract';
import { LARGE_SPANS, traceQuery } from './queries';

/** Spans of a trace that is older than this are not expected any more. */
const YOUNG_MS = 15 * 60_000;
/** The page says "live" this long after the last event. */
const ARRIVING_MS = 8000;
const REFETCH_MS = 1000;
/** Reading and drawing a large trace takes longer, so it is asked for less often. */
const REFETCH_LARGE_MS = 5000;

/** Follows a young trace while its spans arrive; true while they do. */
export function useTraceLive(traceId: string, record: TraceRecord | undefined): boolean {
  const client = useQueryClient();
  const [isArriving, setArriving] = useState(false);
  const [openedAt] = useState(() => Date.now());
  const refetch = useRef<ReturnType<typeof setTimeout>>(undefined);
  const quiet = useRef<ReturnType<typeof setTimeout>>(undefined);
  // one that is not there may be on its way: its first span is an event too
  const isYoung = record === undefined || openedAt - Date.parse(record.summary.received_at) < YOUNG_MS;
  const pauseMs = (record?.spans.length ?? 0) > LARGE_SPANS ? REFETCH_LARGE_MS : REFETCH_MS;

  useEffect(
    () => () => {
      clearTimeout(refetch.current);
      clearTimeout(quiet.current);
    },
    [],
  );

  const fetchSoon = useCallback(() => {
    refetch.current ??= setTimeout(() => {
      refetch.current = undefined;
      void client.invalidateQueries({ queryKey: traceQuery(traceId).queryKey });
    }, pauseMs);
  }, [client, traceId, pauseMs]);

  const state = useLive(isYoung ? `/api/weir/traces/live?trace_id=${encodeURIComponent(traceId)}` : null, {
    events: {
      trace: () => {
        setArriving(true);
        clearTimeout(quiet.current);
        quiet.current = setTimeout(() => setArriving(false), ARRIVING_MS);
        fetchSoon();
      },
      reset: fetchSoon,
    },
  });

  // what happened before the stream was open is not told in it
  useEffect(() => {
    if (state === 'open') fetchSoon();
  }, [state, fetchSoon]);

  return isArriving;
}
