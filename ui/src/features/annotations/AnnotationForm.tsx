import { type FormEvent, useState } from 'react';
import { Button } from '../../components/Button';
import { ErrorState } from '../../components/ErrorState';
import { Input } from '../../components/Input';
import { type AnnotationDraft, problemOf } from './queries';

interface AnnotationFormProps {
  draft: AnnotationDraft;
  onSubmit: (draft: AnnotationDraft) => void;
  onCancel: () => void;
  isPending: boolean;
  error: Error | null;
}

/** Name, label, score and explanation of an annotation. */
export function AnnotationForm({ draft: first, onSubmit, onCancel, isPending, error }: AnnotationFormProps) {
  const [draft, setDraft] = useState(first);
  const [problem, setProblem] = useState<string | null>(null);
  const set = (name: keyof AnnotationDraft) => (event: { target: { value: string } }) => setDraft({ ...draft, [name]: event.target.value });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wrong = problemOf(draft);
    setProblem(wrong);
    if (wrong === null) onSubmit(draft);
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-2 rounded-md border border-line bg-surface p-3" aria-label="Annotation">
      <div className="grid gap-2 sm:grid-cols-[2fr_2fr_1fr]">
        {/* the name is how it is found and replaced: it stays */}
        <Input aria-label="Name" placeholder="Name, as quality" value={draft.name} readOnly={first.identifier !== null} onChange={set('name')} />
        <Input aria-label="Label" placeholder="Label, as good" value={draft.label} onChange={set('label')} />
        <Input aria-label="Score" placeholder="Score" inputMode="decimal" value={draft.score} onChange={set('score')} />
      </div>
      <textarea aria-label="Explanation" placeholder="Explanation" rows={2} value={draft.explanation} onChange={set('explanation')} className="rounded-md border border-line-strong bg-surface px-2.5 py-1.5 text-sm" />
      <p role="alert" className="text-xs text-danger">
        {problem}
      </p>
      {error && <ErrorState inline title="It was not written" error={error} />}
      <div className="flex justify-end gap-2">
        <Button size="sm" variant="ghost" onClick={onCancel}>
          Cancel
        </Button>
        <Button size="sm" variant="primary" type="submit" loading={isPending}>
          Annotate
        </Button>
      </div>
    </form>
  );
}
