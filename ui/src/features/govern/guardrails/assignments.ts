import { queryOptions } from '@tanstack/react-query';
import type { KeyAssignmentRecord, MemberAssignmentRecord } from '../../../api/contract';
import { readAll } from '../kit/pages';

export function keyAssignmentsQuery(guardrail: string) {
  return queryOptions({
    queryKey: ['govern', 'guardrail-keys', guardrail],
    queryFn: ({ signal }) => readAll<KeyAssignmentRecord>(`/api/v1/guardrails/${encodeURIComponent(guardrail)}/assignments/keys`, signal),
  });
}

export function memberAssignmentsQuery(guardrail: string) {
  return queryOptions({
    queryKey: ['govern', 'guardrail-members', guardrail],
    queryFn: ({ signal }) => readAll<MemberAssignmentRecord>(`/api/v1/guardrails/${encodeURIComponent(guardrail)}/assignments/members`, signal),
  });
}
