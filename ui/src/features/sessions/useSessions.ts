import { useInfiniteQuery, useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { MetricsSums } from '../metrics/metricsSeries';
import { batchesOf, type SessionRow, sessionsQuery, sessionsSumsQuery } from './queries';

/** A session with what its calls come to: undefined while that loads, null when it could not be had. */
export interface SummedSession extends SessionRow {
  sums: MetricsSums | null | undefined;
}

/** The sessions of a project, newest first, page by page, with their sums as those come. */
export function useSessions(project: string) {
  const query = useInfiniteQuery(sessionsQuery(project));
  const pages = query.data?.pages;
  // a page that came stays together, so that its sums are not asked for again with the next
  const batches = useMemo(() => pages?.flatMap(({ data }) => batchesOf(data)) ?? [], [pages]);
  const found = useQueries({
    queries: batches.map((batch) => sessionsSumsQuery(batch, project)),
    combine: (results) => results.map(({ data, isPending }) => data ?? (isPending ? undefined : null)),
  });
  const sessions = useMemo(
    () =>
      pages &&
      batches.flatMap((batch, index) => {
        const sums = found[index];
        return batch.map((session): SummedSession => ({ ...session, sums: sums ? (sums.get(session.session_id) ?? null) : sums }));
      }),
    [pages, batches, found],
  );
  return { query, sessions };
}
