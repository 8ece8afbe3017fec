import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useLive } from '../../../api/live';
import type { TraceSummary } from '../../../api/contract';
import { fetchTraces, type TraceFilter, tracesQuery } from '../queries';
import { belongs, mergeTraces, placeOf } from './liveTraces';

/** Events are applied together this often, however many arrive. */
const FLUSH_MS = 250;
/** A filter is the API's to answer: how often it is asked what a new trace means for the list. */
const ASK_MS = 1500;
/** More than this wait for nobody: the list is fetched anew instead. */
const MAX_WAITING = 500;
/** How long a row's arrival is remembered; a little more than its flash lasts. */
const FLASH_MS = 3000;

export interface LiveTraces {
  isPaused: boolean;
  togglePaused: () => void;
  /** New traces that wait behind the pill. */
  newCount: number;
  /** So many that they are not counted any more. */
  isOverflow: boolean;
  /** Shows what waits. */
  apply: () => void;
  /** When a trace arrived or changed; a row flashes with it. */
  flashes: ReadonlyMap<string, number>;
}

/** Keeps the list true by live events. Rows never move under the reader: away from the top, and while paused, new ones wait. */
export function useLiveTraces(filter: TraceFilter, isAtTop: boolean): LiveTraces {
  const client = useQueryClient();
  const queryKey = useMemo(() => tracesQuery(filter).queryKey, [filter]);
  const [isPaused, setPaused] = useState(false);
  const [waiting, setWaiting] = useState<ReadonlyMap<string, TraceSummary>>(new Map());
  const [isOverflow, setOverflow] = useState(false);
  const [flashes, setFlashes] = useState<ReadonlyMap<string, number>>(new Map());
  const [shown, setShown] = useState(filter);
  if (shown !== filter) {
    setShown(filter);
    setWaiting(new Map());
    setOverflow(false);
    setPaused(false);
  }
  // bounded by MAX_WAITING; emptied by flush
  const incoming = useRef(new Map<string, TraceSummary>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  /** The newest traces alone, as if the page were opened now; the rows stay until they are there. */
  const restart = useCallback(async () => {
    const page = await fetchTraces(filter, null).catch(() => null);
    if (!page) return;
    incoming.current.clear();
    setWaiting(new Map());
    setOverflow(false);
    client.setQueryData(queryKey, { pages: [page], pageParams: [null] });
  }, [client, queryKey, filter]);

  const show = useCallback(
    (traces: readonly TraceSummary[]) => {
      if (traces.length === 0) return;
      client.setQueryData(queryKey, (before) => before && mergeTraces(before, traces));
      const now = Date.now();
      setFlashes((before) => new Map([...[...before].filter(([, at]) => now - at < FLASH_MS), ...traces.map(({ trace_id }) => [trace_id, now] as const)]));
    },
    [client, queryKey],
  );

  const flush = useCallback(() => {
    timer.current = undefined;
    const traces = [...incoming.current.values()];
    incoming.current.clear();
    const pages = client.getQueryData(queryKey);
    if (!pages) return;
    const placed = Map.groupBy(traces, (trace) => placeOf(trace, pages));
    const changed = placed.get('changed') ?? [];
    const added = placed.get('new') ?? [];
    if (!isPaused) show(isAtTop ? [...changed, ...added] : changed);
    const held = isPaused ? [...changed, ...added] : isAtTop ? [] : added;
    if (held.length > 0) {
      setWaiting((before) => (before.size >= MAX_WAITING ? before : new Map([...before, ...held.map((trace) => [trace.trace_id, trace] as const)])));
    }
    // rows that came live stay in the first page: a page that is left open for days would grow without end
    if (isAtTop && !isPaused && (pages.pages[0]?.data.length ?? 0) > MAX_WAITING) void restart();
  }, [client, queryKey, isPaused, isAtTop, show, restart]);

  const latestFlush = useRef(flush);
  useEffect(() => {
    latestFlush.current = flush;
  });
  useEffect(() => () => clearTimeout(timer.current), []);

  const take = useCallback(
    (trace: TraceSummary) => {
      if (!belongs(trace, filter)) return;
      if (incoming.current.size >= MAX_WAITING) setOverflow(true);
      else incoming.current.set(trace.trace_id, trace);
      timer.current ??= setTimeout(() => latestFlush.current(), FLUSH_MS);
    },
    [filter],
  );

  /** Brings in what happened while nobody listened. */
  const catchUp = useCallback(async () => {
    const page = await fetchTraces(filter, null).catch(() => null);
    const pages = client.getQueryData(queryKey);
    if (!page || !pages) return;
    const hasGap = page.next_cursor !== null && page.data.every((trace) => placeOf(trace, pages) === 'new');
    if (hasGap && (pages.pages[0]?.data.length ?? 0) > 0) setOverflow(true);
    else for (const trace of page.data) take(trace);
  }, [client, queryKey, filter, take]);

  /** Asks the API which of the newest traces the filter leaves; events come faster than that is worth. */
  const asking = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(asking.current), []);
  const askSoon = useCallback(() => {
    asking.current ??= setTimeout(() => {
      asking.current = undefined;
      void catchUp();
    }, ASK_MS);
  }, [catchUp]);

  const query = filter.project === null ? '' : `?project=${encodeURIComponent(filter.project)}`;
  const state = useLive(`/api/weir/traces/live${query}`, {
    events: {
      trace: (data) => (filter.text === '' ? take(data as TraceSummary) : askSoon()),
      reset: () => (isAtTop && !isPaused ? void restart() : setOverflow(true)),
    },
  });

  // what happened before a stream was open is not told in it; events of another filter are none of this one's
  const isOpen = state === 'open';
  useEffect(() => {
    if (!isOpen) return;
    incoming.current.clear();
    // what it sets, it sets after an answer of the server
    // oxlint-disable-next-line react/set-state-in-effect
    void catchUp();
  }, [isOpen, catchUp]);

  const pages = client.getQueryData(queryKey);
  const isTooMany = isOverflow || waiting.size >= MAX_WAITING;
  const apply = useCallback(() => {
    if (isTooMany) void restart();
    else show([...waiting.values()]);
    setWaiting(new Map());
  }, [isTooMany, restart, show, waiting]);

  return {
    isPaused,
    togglePaused: () => {
      if (isPaused) apply();
      setPaused(!isPaused);
    },
    newCount: pages ? [...waiting.values()].filter((trace) => placeOf(trace, pages) === 'new').length : 0,
    isOverflow: isTooMany,
    apply,
    flashes,
  };
}
