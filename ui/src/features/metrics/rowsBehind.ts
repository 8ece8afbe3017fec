import { narrowed, quoted } from '../filter/filterCompletions';
import type { GroupBy } from './queries';

const FIELDS: Partial<Record<GroupBy, string>> = { model: 'llm.model_name', provider: 'llm.provider', user: 'user.id' };

interface Behind {
  from: number;
  to: number;
  project: string | null;
  groupBy: GroupBy | null;
  /** Undefined: the point is of all groups, or of what has no name. */
  group: string | undefined;
  onlyErrors: boolean;
}

/** The address of the rows that a point adds up: spans of a project, or traces of all of them. Keys and apps are no fields of the filter language. */
export function rowsBehind({ from, to, project, groupBy, group, onlyErrors }: Behind): string {
  let filter = `start_time >= '${timeOf(from)}' and start_time < '${timeOf(to)}'`;
  const field = groupBy === null ? undefined : FIELDS[groupBy];
  if (field !== undefined && group !== undefined) filter = narrowed(filter, `${field} == ${quoted(group)}`);
  if (onlyErrors) filter = narrowed(filter, "status_code == 'ERROR'");
  const named = groupBy === 'project' && group !== undefined ? group : project;
  const query = new URLSearchParams(named === null ? { filter } : { project: named, filter });
  return `${named === null ? '/traces' : '/spans'}?${query.toString()}`;
}

function timeOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}
