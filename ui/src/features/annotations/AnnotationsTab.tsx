import { useQuery } from '@tanstack/react-query';
import { MessageSquarePlus, Plus } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Button } from '../../components/Button';
import { ErrorState } from '../../components/ErrorState';
import { Skeleton } from '../../components/Skeleton';
import { AnnotationForm } from './AnnotationForm';
import { AnnotationItem } from './AnnotationItem';
import { type Annotation, type AnnotationDraft, annotationsQuery, NOTE, useAnnotations } from './queries';

const EMPTY: AnnotationDraft = { name: '', label: '', score: '', explanation: '', identifier: null };

function draftOf({ name, result: { label, score, explanation }, identifier }: Annotation): AnnotationDraft {
  return { name, label: label ?? '', score: score === null ? '' : String(score), explanation: explanation ?? '', identifier };
}

/** What people and programs said about a span; more can be said, changed and taken back here. */
export function AnnotationsTab({ project, spanId }: { project: string; spanId: string }) {
  const { data, error, refetch } = useQuery(annotationsQuery(project, spanId));
  const { write, note, erase } = useAnnotations(project, spanId);
  const [draft, setDraft] = useState<AnnotationDraft | null>(null);
  const [text, setText] = useState('');

  const addNote = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') note.mutate(text.trim(), { onSuccess: () => setText('') });
  };
  const submit = (next: AnnotationDraft) => write.mutate(next, { onSuccess: () => setDraft(null) });
  const form = draft && <AnnotationForm draft={draft} onSubmit={submit} onCancel={() => setDraft(null)} isPending={write.isPending} error={write.error} />;

  if (error && !data) return <ErrorState title="The annotations could not be loaded" error={error} onRetry={() => void refetch()} />;
  return (
    <div className="flex flex-col gap-3 py-3">
      <form onSubmit={addNote} className="flex items-start gap-2">
        <textarea
          aria-label="Note"
          placeholder="A note on this span"
          rows={text.includes('\n') || text.length > 80 ? 4 : 1}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) addNote(event);
          }}
          className="min-w-0 flex-1 rounded-md border border-line-strong bg-surface px-2.5 py-1.5 text-sm"
        />
        <Button type="submit" icon={<MessageSquarePlus size={14} aria-hidden />} loading={note.isPending}>
          Note
        </Button>
        <Button icon={<Plus size={14} aria-hidden />} onClick={() => setDraft(EMPTY)}>
          Annotation
        </Button>
      </form>
      {note.error && <ErrorState inline title="The note was not written" error={note.error} />}
      {erase.error && <ErrorState inline title="It was not deleted" error={erase.error} />}
      {draft?.identifier === null && form}
      {!data ? (
        <Skeleton className="h-8 w-full" />
      ) : data.length === 0 && !draft ? (
        <p className="py-6 text-center text-sm text-muted">Nobody said anything about this span yet. Evaluations of programs appear here too.</p>
      ) : (
        <ul aria-label="Annotations" className="flex flex-col gap-2">
          {data.map((annotation) =>
            draft !== null && draft.identifier === annotation.identifier && draft.name === annotation.name ? (
              <li key={annotation.id}>{form}</li>
            ) : (
              <AnnotationItem
                key={annotation.id}
                annotation={annotation}
                isNote={annotation.name === NOTE}
                onEdit={() => setDraft(draftOf(annotation))}
                onErase={() => erase.mutate(annotation.id)}
              />
            ),
          )}
        </ul>
      )}
    </div>
  );
}
