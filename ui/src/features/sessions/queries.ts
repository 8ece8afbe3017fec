import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client';
import type { MetricsResponse, TraceListResponse, TraceSummary } from '../../api/contract';
import { quoted } from '../filter/filterCompletions';
import { type MetricsSums, sumsOf } from '../metrics/metricsSeries';

/** A session as `GET /v1/projects/{project}/sessions` shows it, as far as it is read here. */
export interface SessionRow {
  id: string;
  session_id: string;
  project_id: string;
  start_time: string;
  end_time: string;
  traces: { trace_id: string; start_time: string; end_time: string }[];
  token_count_prompt: number;
  token_count_completion: number;
  token_count_total: number;
}

interface SessionPage {
  data: SessionRow[];
  next_cursor: string | null;
}

const PAGE_SIZE = 50;
const DAY_MS = 24 * 3_600_000;

export function sessionsQuery(project: string) {
  return infiniteQueryOptions({
    queryKey: ['sessions', project],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ order: 'desc', limit: String(PAGE_SIZE) });
      if (pageParam !== null) query.set('cursor', pageParam);
      return api<SessionPage>(`/v1/projects/${encodeURIComponent(project)}/sessions?${query.toString()}`, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });
}

/** What the calls of a session come to; kept numbers, by whole days. */
export function sessionSumsQuery(session: Pick<SessionRow, 'session_id' | 'start_time' | 'end_time'>, project: string) {
  return queryOptions({
    queryKey: ['session-sums', project, session.session_id, session.end_time],
    queryFn: async ({ signal }) => {
      const query = new URLSearchParams({
        project,
        bucket: 'day',
        from: session.start_time,
        to: new Date(Date.parse(session.end_time) + DAY_MS).toISOString(),
        filter: `session.id == ${quoted(session.session_id)}`,
      });
      return (await api<MetricsResponse>(`/api/weir/metrics?${query.toString()}`, { signal })).data;
    },
  });
}

/** Sessions of one question, and characters of their names in its filter, of which the API takes 4,096. */
const MOST_SESSIONS = 50;
const MOST_TEXT = 3000;

/** Sessions as they are asked for together: a question for each row would be one for each that scrolls by. */
export function batchesOf(sessions: readonly SessionRow[]): SessionRow[][] {
  const batches: SessionRow[][] = [];
  let room = 0;
  for (const session of sessions) {
    const length = quoted(session.session_id).length + 2;
    const last = batches.at(-1);
    if (last === undefined || last.length >= MOST_SESSIONS || length > room) {
      batches.push([session]);
      room = MOST_TEXT - length;
    } else {
      last.push(session);
      room -= length;
    }
  }
  return batches;
}

/** What the calls of some sessions come to, by session; kept numbers, by whole days. */
export function sessionsSumsQuery(batch: readonly SessionRow[], project: string) {
  const ends = batch.map(({ end_time: end }) => Date.parse(end));
  return queryOptions({
    queryKey: ['sessions-sums', project, batch.map(({ session_id: id, end_time: end }) => [id, end])],
    queryFn: async ({ signal }) => {
      const query = new URLSearchParams({
        project,
        bucket: 'day',
        group_by: 'session',
        groups: String(batch.length),
        from: new Date(Math.min(...batch.map(({ start_time: start }) => Date.parse(start)))).toISOString(),
        to: new Date(Math.max(...ends) + DAY_MS).toISOString(),
        filter: `session.id in [${batch.map(({ session_id: id }) => quoted(id)).join(', ')}]`,
      });
      const points = (await api<MetricsResponse>(`/api/weir/metrics?${query.toString()}`, { signal })).data;
      const sums = new Map<string, MetricsSums>();
      for (const [id, own] of Map.groupBy(points, ({ group }) => group)) if (id !== null) sums.set(id, sumsOf(own));
      return sums;
    },
    staleTime: DAY_MS,
  });
}

const TURNS = 200;
/** Pages of a search that has to look far. */
const MAX_PAGES = 20;

/** The traces of a session with what they say, oldest first; of all projects without one. */
export function sessionTracesQuery(sessionId: string, project: string | null) {
  return queryOptions({
    queryKey: ['session-turns', sessionId, project],
    queryFn: async ({ signal }): Promise<{ traces: TraceSummary[]; isPartial: boolean }> => {
      const traces: TraceSummary[] = [];
      let cursor: string | null = null;
      for (let page = 0; page < MAX_PAGES; page++) {
        const query: URLSearchParams = new URLSearchParams({ limit: String(TURNS), filter: `session.id == ${quoted(sessionId)}` });
        if (project !== null) query.set('project', project);
        if (cursor !== null) query.set('cursor', cursor);
        // each page begins where the one before ended
        // oxlint-disable-next-line no-await-in-loop
        const answer: TraceListResponse = await api<TraceListResponse>(`/api/weir/traces?${query.toString()}`, { signal });
        traces.push(...answer.data);
        cursor = answer.next_cursor;
        if (cursor === null) break;
      }
      return { traces: traces.toSorted((one, other) => one.start_time.localeCompare(other.start_time)), isPartial: cursor !== null };
    },
  });
}
