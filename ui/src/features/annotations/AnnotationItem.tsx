import { Bot, Code, Pencil, StickyNote, Trash2, User } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '../../components/Badge';
import { Button } from '../../components/Button';
import { IconButton } from '../../components/IconButton';
import { RelativeTime } from '../../components/RelativeTime';
import type { Annotation } from './queries';

const ANNOTATORS = { HUMAN: { icon: User, name: 'by a person' }, LLM: { icon: Bot, name: 'by a model' }, CODE: { icon: Code, name: 'by a program' } };

interface AnnotationItemProps {
  annotation: Annotation;
  isNote: boolean;
  onEdit: () => void;
  onErase: () => void;
}

/** One thing that was said. */
export function AnnotationItem({ annotation, isNote, onEdit, onErase }: AnnotationItemProps) {
  const [isSure, setSure] = useState(false);
  const { name, result, annotator_kind: kind, updated_at: at } = annotation;
  const { icon: Icon, name: by } = ANNOTATORS[kind] ?? ANNOTATORS.CODE;
  return (
    <li className="group rounded-md border border-line bg-surface px-3 py-2">
      <div className="flex min-h-6 items-center gap-2 text-xs">
        {isNote ? <StickyNote size={13} className="shrink-0 text-warning" aria-hidden /> : <Icon size={13} className="shrink-0 text-muted" aria-label={by} />}
        <span className="truncate font-medium">{isNote ? 'Note' : name}</span>
        {result.label !== null && <Badge tone="accent">{result.label}</Badge>}
        {result.score !== null && <span className="tabular font-mono">{result.score}</span>}
        <RelativeTime value={at} className="ml-auto shrink-0 text-subtle" />
        {isSure ? (
          <>
            <Button size="sm" variant="danger" onClick={onErase}>
              Delete
            </Button>
            <Button size="sm" variant="ghost" onClick={() => setSure(false)}>
              Keep
            </Button>
          </>
        ) : (
          <>
            <IconButton size="sm" label={`Change ${isNote ? 'the note' : name}`} icon={<Pencil size={12} aria-hidden />} onClick={onEdit} />
            <IconButton size="sm" label={`Delete ${isNote ? 'the note' : name}`} icon={<Trash2 size={12} aria-hidden />} onClick={() => setSure(true)} />
          </>
        )}
      </div>
      {result.explanation && <p className="mt-1 text-sm break-words whitespace-pre-wrap">{result.explanation}</p>}
    </li>
  );
}
