import type { MetricsResponse, ProjectRecord } from '../../api/contract';
import { sumsOf } from '../metrics/metricsSeries';
import { type GroupRow, groupRows } from '../users/users';

/** A row for every project, also for those where nothing happened in the time; those that cost most first. */
export function projectRows(projects: readonly ProjectRecord[], answer: MetricsResponse): GroupRow[] {
  const active = groupRows(answer);
  const known = new Set(active.map(({ name }) => name));
  const quiet = projects.filter(({ name }) => !known.has(name)).map(({ name }): GroupRow => ({ name, ...sumsOf([]), costs: [], callsOverTime: [], worstP90Ms: null }));
  return [...active, ...quiet];
}
