import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useLive } from '../../api/live';
import type { SpanSummary } from '../../api/contract';
import { fetchSpans, type SpanFilter, spanKey, spansOf, spansQuery } from './queries';

/** Traces tell that something came; how often the newest spans are then asked for. */
const ASK_MS = 1500;
/** How long a row's arrival is remembered; a little more than its flash lasts. */
const FLASH_MS = 3000;
/** More rows than this that came live: the list begins anew. */
const MAX_LIVE = 1000;

export interface LiveSpans {
  isPaused: boolean;
  togglePaused: () => void;
  newCount: number;
  /** More came than one page has: showing them begins the list anew. */
  isOverflow: boolean;
  apply: () => void;
  flashes: ReadonlyMap<string, number>;
}

/** Keeps the newest spans on top. Away from the top, and while paused, new ones wait. */
export function useLiveSpans(filter: SpanFilter, isAtTop: boolean): LiveSpans {
  const client = useQueryClient();
  const queryKey = useMemo(() => spansQuery(filter).queryKey, [filter]);
  const [isPaused, setPaused] = useState(false);
  const [waiting, setWaiting] = useState<readonly SpanSummary[]>([]);
  const [isOverflow, setOverflow] = useState(false);
  const [flashes, setFlashes] = useState<ReadonlyMap<string, number>>(new Map());
  const [shown, setShown] = useState(filter);
  if (shown !== filter) {
    setShown(filter);
    setWaiting([]);
    setOverflow(false);
  }
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const restart = useCallback(async () => {
    const page = await fetchSpans(filter, null).catch(() => null);
    if (!page) return;
    setWaiting([]);
    setOverflow(false);
    client.setQueryData(queryKey, { pages: [page], pageParams: [null] });
  }, [client, queryKey, filter]);

  const show = useCallback(
    (spans: readonly SpanSummary[]) => {
      if (spans.length === 0) return;
      client.setQueryData(queryKey, (before) => {
        const first = before?.pages[0];
        return before && first && { ...before, pages: [{ ...first, data: [...spans, ...first.data] }, ...before.pages.slice(1)] };
      });
      setWaiting([]);
      const now = Date.now();
      setFlashes((before) => new Map([...[...before].filter(([, at]) => now - at < FLASH_MS), ...spans.map((span) => [spanKey(span), now] as const)]));
    },
    [client, queryKey],
  );

  const ask = useCallback(async () => {
    const page = await fetchSpans(filter, null).catch(() => null);
    const pages = client.getQueryData(queryKey);
    if (!page || !pages) return;
    const known = new Set(spansOf(pages).map(spanKey));
    const added = page.data.filter((span) => !known.has(spanKey(span)));
    const isAllNew = known.size > 0 && added.length === page.data.length && added.length > 0;
    if (isAllNew || (pages.pages[0]?.data.length ?? 0) > MAX_LIVE) {
      if (isAtTop && !isPaused) void restart();
      else setOverflow(true);
    } else if (isAtTop && !isPaused) show(added);
    else setWaiting(added);
  }, [client, queryKey, filter, isAtTop, isPaused, restart, show]);

  const latest = useRef(ask);
  useEffect(() => {
    latest.current = ask;
  });
  const askSoon = useCallback(() => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      void latest.current();
    }, ASK_MS);
  }, []);
  const state = useLive(`/api/weir/traces/live?project=${encodeURIComponent(filter.project)}`, { events: { trace: askSoon, reset: askSoon } });

  // what happened before the stream was open is not told in it
  useEffect(() => {
    if (state === 'open') askSoon();
  }, [state, askSoon]);

  const apply = useCallback(() => {
    if (isOverflow) void restart();
    else show(waiting);
  }, [isOverflow, restart, show, waiting]);

  return {
    isPaused,
    togglePaused: () => {
      if (isPaused) apply();
      setPaused(!isPaused);
    },
    newCount: waiting.length,
    isOverflow,
    apply,
    flashes,
  };
}
