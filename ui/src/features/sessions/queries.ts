import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client';
import type { MetricsResponse, TraceListResponse, TraceSummary } from '../../api/contract';
import { quoted } from '../filter/filterCompletions';

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
