import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client';

/** What somebody said about a span, as `GET /v1/projects/{project}/span_annotations` shows it. */
export interface Annotation {
  id: string;
  name: string;
  annotator_kind: 'HUMAN' | 'LLM' | 'CODE';
  result: { label: string | null; score: number | null; explanation: string | null };
  identifier: string;
  updated_at: string;
}

/** The API's name for annotations that are texts alone. */
export const NOTE = 'note';
const MOST = 1000;

export function annotationsQuery(project: string, spanId: string) {
  return queryOptions({
    queryKey: ['annotations', project, spanId],
    queryFn: async ({ signal }) =>
      (await api<{ data: Annotation[] }>(`/v1/projects/${encodeURIComponent(project)}/span_annotations?span_ids=${encodeURIComponent(spanId)}&limit=${MOST}`, { signal })).data,
  });
}

export interface AnnotationDraft {
  name: string;
  label: string;
  /** As typed; empty is none. */
  score: string;
  explanation: string;
  /** Of the annotation that is changed; null makes a new one. */
  identifier: string | null;
}

/** The identifier of a new annotation: none, unless one of that name has none already and would be replaced. */
export function newIdentifier(name: string, known: readonly Annotation[], now: number): string {
  return known.some((each) => each.name === name && each.identifier === '') ? `console-${now.toString(36)}` : '';
}

/** Says why a draft cannot be sent; null when it can. */
export function problemOf({ name, label, score, explanation }: AnnotationDraft): string | null {
  if (name.trim() === '') return 'Give it a name.';
  if (score.trim() !== '' && !Number.isFinite(Number(score))) return 'The score is not a number.';
  if (label.trim() === '' && score.trim() === '' && explanation.trim() === '') return 'Give a label, a score or an explanation.';
  return null;
}

/** Writes, changes and takes back annotations of one span. */
export function useAnnotations(project: string, spanId: string) {
  const client = useQueryClient();
  const { queryKey } = annotationsQuery(project, spanId);
  const onSuccess = () => client.invalidateQueries({ queryKey });
  const write = useMutation({
    mutationFn: ({ name, label, score, explanation, identifier }: AnnotationDraft) => {
      const known = client.getQueryData(queryKey) ?? [];
      const result = { label: label.trim() || null, score: score.trim() === '' ? null : Number(score), explanation: explanation.trim() || null };
      const annotation = { span_id: spanId, name: name.trim(), annotator_kind: 'HUMAN', result, identifier: identifier ?? newIdentifier(name.trim(), known, Date.now()) };
      return api('/v1/span_annotations?sync=true', { method: 'POST', body: { data: [annotation] } });
    },
    onSuccess,
  });
  const note = useMutation({
    mutationFn: (text: string) => api('/v1/span_notes', { method: 'POST', body: { data: { span_id: spanId, note: text } } }),
    onSuccess,
  });
  const erase = useMutation({ mutationFn: (id: string) => api(`/v1/span_annotations/${encodeURIComponent(id)}`, { method: 'DELETE' }), onSuccess });
  return { write, note, erase };
}
